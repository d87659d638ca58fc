"""Pipelines carry: PageToArticle, ArticleToRecord, RecordToArchive, and the capture of every exchange."""
