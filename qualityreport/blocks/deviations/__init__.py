"""Avvikelser, lex Sarah, synpunkter och klagomål, by the counting rules of their register."""

from qualityreport.blocks.deviations import complaints, lex_sarah, practice, reporting, years

BLOCKS = (
    *years.BLOCKS,
    *lex_sarah.BLOCKS,
    *reporting.BLOCKS,
    *practice.BLOCKS,
    *complaints.BLOCKS,
)
