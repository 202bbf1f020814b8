"""Values in, values out: the rules of performance measurement without Qt, SQL, clock or disk."""
