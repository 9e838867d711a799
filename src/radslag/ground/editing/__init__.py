"""Changes things word by word, and takes the changes back."""
