"""Pages and pictures: a Typst template beside this file, filled with facts as JSON."""
