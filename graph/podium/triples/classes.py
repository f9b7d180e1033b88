"""Classes of the ontology by the kinds of a reading and of the register."""

__all__ = ["ORGANISATION_CLASSES"]

ORGANISATION_CLASSES = {
    "ministry": "Ministry", "agency": "Agency", "jobcenter": "Jobcenter", "municipality": "Municipality",
    "association": "Association", "social-partner": "SocialPartner", "welfare": "WelfareAssociation", "party": "Party",
    "parliament": "Parliament", "court": "Court", "research": "ResearchInstitute", "company": "Company",
    "media": "MediaOrganisation", "territory": "Territory",
}  # fmt: skip
