"""Stub; replaced below."""

from archiver.errors import UnreadableDate
from archiver.vietnamese.dates import find_dates, parse_date


def read(text, reference):
    try:
        return parse_date(text, reference).edtf
    except UnreadableDate:
        return None


def find(context, reference):
    return [(*r.span, r.edtf) for r in find_dates(context, reference)]
