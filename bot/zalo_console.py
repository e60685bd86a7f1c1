"""Who decides at the school's own machine about money and templates.

They are the principal's decisions; whoever sits at the machine enters them, and the audit chain
says that it was done there.
"""

from dataclasses import replace

from services.access import CONSOLE, Role

HEAD = replace(CONSOLE, roles=CONSOLE.roles | {Role.PRINCIPAL})
