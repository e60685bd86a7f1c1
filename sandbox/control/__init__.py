"""The control API: lets a page, a test or a script hold the phones of the sandbox."""
