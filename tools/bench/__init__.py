"""Speed as ratios: our papers against other engines on the same content, our window against a bare one."""
