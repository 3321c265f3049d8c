"""What the product costs on AWS: the units of its acts as docs/data says them, times sizes, times prices."""
