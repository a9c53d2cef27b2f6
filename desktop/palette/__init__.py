"""Any paragraph by words or by reference, from anywhere."""
