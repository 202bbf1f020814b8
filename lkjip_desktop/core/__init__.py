"""Values in, values out: the rules of performance reporting without Qt, SQL, ReportLab, clock or disk."""
