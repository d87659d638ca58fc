"""What the JSON API promises, as an OpenAPI 3.1 document."""

from __future__ import annotations

from typing import Any


def _parameter(name: str, where: str, description: str, shape: str = "string") -> dict[str, Any]:
    return {
        "name": name,
        "in": where,
        "required": where == "path",
        "description": description,
        "schema": {"type": shape},
    }


def _operation(summary: str, parameters: list[dict[str, Any]], schema: dict[str, Any], *errors: str) -> dict[str, Any]:
    responses: dict[str, Any] = {"200": {"description": "Found.", "content": {"application/json": {"schema": schema}}}}
    error = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    responses |= {status: {"description": "See the error's text.", "content": error} for status in errors}
    return {"get": {"summary": summary, "parameters": parameters, "responses": responses}}


_RECORD = {"$ref": "#/components/schemas/Record"}
_ID = _parameter("id", "path", "Identifier of the article.")

OPENAPI: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "archiver", "version": "", "description": "Read-only. A record is described in data/README.md."},
    "paths": {
        "/api/search": _operation(
            "Articles that answer a query, best first; without a query all of them, the latest first.",
            [
                _parameter("q", "query", 'Words, "phrases", begin*, -without, field:word. Marks are optional.'),
                _parameter("site", "query", "Slug of a site."),
                _parameter("from", "query", "First day of the article's own date, YYYY-MM-DD."),
                _parameter("to", "query", "Last day, YYYY-MM-DD."),
                _parameter("category", "query", "Category, to the letter."),
                _parameter("byline", "query", "Byline, to the letter."),
                _parameter("field", "query", "text (title, lead and body together), title, lead, byline or category."),
                _parameter("status", "query", "published or gone."),
                _parameter("limit", "query", "At most 100.", "integer"),
                _parameter("start", "query", "How many to pass over.", "integer"),
            ],
            {
                "type": "object",
                "required": ["total", "start", "hits"],
                "properties": {
                    "total": {"type": "integer"},
                    "start": {"type": "integer"},
                    "hits": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {
                                "score": {"type": "number"},
                                "snippet": {"type": "string"},
                                "record": _RECORD,
                            },
                        },
                    },
                },
            },
            "400",
        ),
        "/api/sites": _operation(
            "The sites, with their number of articles.",
            [],
            {"type": "object", "properties": {"sites": {"type": "array"}}},
        ),
        "/api/articles/{id}": _operation("The latest revision of an article.", [_ID], _RECORD, "404"),
        "/api/articles/{id}/revisions": _operation(
            "Every revision, the oldest first.",
            [_ID],
            {"type": "object", "properties": {"revisions": {"type": "array", "items": _RECORD}}},
            "404",
        ),
    },
    "components": {
        "schemas": {
            "Record": {"type": "object", "description": "As in data/record.schema.json."},
            "Error": {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}},
        }
    },
}
