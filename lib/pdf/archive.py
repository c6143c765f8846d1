"""PDF/A-3a and PDF/UA-1 in one file: what WeasyPrint's single variant leaves out."""

import zlib
from typing import Any
from xml.etree import ElementTree as ET

import pydyf
from weasyprint.pdf.metadata import NS, DocumentMetadata

RDF, UA = NS["rdf"], NS["pdfuaid"]
EXTENSION = {
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
for _prefix, _address in EXTENSION.items():
    ET.register_namespace(_prefix, _address)
# PDF/A demands that a schema it does not know, such as PDF/UA's, is described in the file.
SCHEMA = {
    "schema": "PDF/UA Universal Accessibility Schema",
    "namespaceURI": UA,
    "prefix": "pdfuaid",
}
PROPERTY = {
    "name": "part",
    "valueType": "Integer",
    "category": "internal",
    "description": "Part of ISO 14289 standard",
}


class AccessibleMetadata(DocumentMetadata):  # type: ignore[misc]  # WeasyPrint has no types
    def generate_rdf_metadata(self, variant: str, version: int, conformance: str) -> bytes:
        # Our own XML, just made by WeasyPrint.
        rdf = ET.fromstring(super().generate_rdf_metadata(variant, version, conformance))  # noqa: S314
        ET.SubElement(_description(rdf), f"{{{UA}}}part").text = "1"
        _describe_schema(_description(rdf))
        xml: bytes = ET.tostring(rdf, encoding="utf-8")
        return xml


def _description(rdf: ET.Element) -> ET.Element:
    return ET.SubElement(rdf, f"{{{RDF}}}Description", {f"{{{RDF}}}about": ""})


def _describe_schema(parent: ET.Element) -> None:
    schemas = ET.SubElement(parent, f"{{{EXTENSION['pdfaExtension']}}}schemas")
    schema = _resource(schemas, "Bag", "pdfaSchema", SCHEMA)
    properties = ET.SubElement(schema, f"{{{EXTENSION['pdfaSchema']}}}property")
    _resource(properties, "Seq", "pdfaProperty", PROPERTY)


def _resource(
    parent: ET.Element, collection: str, prefix: str, values: dict[str, str]
) -> ET.Element:
    holder = ET.SubElement(parent, f"{{{RDF}}}{collection}")
    item = ET.SubElement(holder, f"{{{RDF}}}li", {f"{{{RDF}}}parseType": "Resource"})
    for name, text in values.items():
        ET.SubElement(item, f"{{{EXTENSION[prefix]}}}{name}").text = text
    return item


class ArchivablePDF(pydyf.PDF):  # type: ignore[misc]  # nor has pydyf
    def add_object(self, item: pydyf.Object) -> None:
        """While it is written, pydyf adds streams of its own: objects and references."""
        if isinstance(item, pydyf.Stream):
            _mend_stream(item)
        super().add_object(item)


def finish(document: Any, pdf: pydyf.PDF) -> None:
    """WeasyPrint's finisher hook: the last changes before the file is written."""
    pdf.__class__ = ArchivablePDF
    elements = {item.reference: item for item in pdf.objects if isinstance(item, pydyf.Dictionary)}
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            _mend_stream(item)
        elif isinstance(item, pydyf.Dictionary) and item.get("S") == "/TH":
            _give_scope(item, elements)
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


def _mend_stream(stream: pydyf.Stream) -> None:
    if stream.extra.get("Type") == "/Metadata":
        stream.compress = False
    elif stream.compress and _ends_in_return(stream):
        if "Length1" in stream.extra or stream.extra.get("Type") == "/XRef":
            stream.compress = False  # a font and the references have the length they say
        else:
            stream.stream = [*stream.stream, b""]


def _ends_in_return(stream: pydyf.Stream) -> bool:
    # The checksum's last byte ends the data; a CR there, followed by the LF before endstream,
    # reads as one line end and thus as a wrong /Length (PDF/A 6.1.7.1).
    data = b"\n".join(pydyf._to_bytes(part) for part in stream.stream)
    return zlib.adler32(data) & 0xFF == 0x0D


def _give_scope(cell: pydyf.Dictionary, elements: dict[bytes, Any]) -> None:
    row = elements.get(cell["P"])
    section = elements.get(row["P"]) if row else None
    in_head = section is not None and section["S"] == "/THead"
    attributes = cell.setdefault("A", pydyf.Dictionary({"O": "/Table"}))
    attributes["Scope"] = "/Column" if in_head else "/Row"
