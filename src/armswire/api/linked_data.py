"""Claims as linked data: Web Annotations of the articles, with their provenance.

The vocabularies are those of the W3C: Web Annotation (https://www.w3.org/TR/annotation-model/) for what words of which
text a claim rests on, PROV-O (https://www.w3.org/TR/prov-o/) for whose word it is and what read it.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from armswire.exports.formats.jsonl import encode_claim_record
from armswire.model.encoding import Json
from armswire.register.rows import ArticleRecord, ClaimRecord

MEDIA_TYPE = "application/ld+json"

CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {"prov": "http://www.w3.org/ns/prov#", "dcterms": "http://purl.org/dc/terms/"},
]
# Characters before and after a quotation by which it is found again in a text that has changed.
_AROUND = 32


def annotate(record: ClaimRecord, article: ArticleRecord, base: str) -> Json:
    """A claim as an annotation of its article; `base` is the address of the API, with a slash at its end."""
    claim, text = record.claim, article.article.text
    evidence = claim.evidence
    address = f"{base}claims/{quote(claim.id, safe='')}"
    source = f"{base}articles/{quote(claim.document, safe='')}"
    return {
        "@context": CONTEXT,
        "id": f"{address}/annotation",
        "type": "Annotation",
        "motivation": "classifying",
        "body": {"id": address, "type": "Dataset", "format": "application/json", "value": encode_claim_record(record)},
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[evidence.start : evidence.end],
                    "prefix": text[max(0, evidence.start - _AROUND) : evidence.start],
                    "suffix": text[evidence.end : evidence.end + _AROUND],
                },
            ],
        },
        "prov:wasDerivedFrom": {"@id": source, **_published(article)},
        "prov:wasAttributedTo": [
            {"@type": "prov:Agent", "dcterms:title": link.source, "dcterms:type": link.source_class.value}
            for link in claim.attribution
        ],
        "prov:wasGeneratedBy": {
            "@type": "prov:Activity",
            "prov:wasAssociatedWith": {
                "@type": "prov:SoftwareAgent",
                "dcterms:title": f"armswire {record.reader}".strip(),
            },
        },
    }


def _published(article: ArticleRecord) -> Json:
    """Where and when the article came out, as far as it is known."""
    known = article.article
    told = {
        "dcterms:title": known.title,
        "dcterms:publisher": known.outlet,
        "dcterms:source": known.url,
        "dcterms:issued": None if known.published is None else known.published.isoformat(),
    }
    return {name: value for name, value in told.items() if value is not None}
