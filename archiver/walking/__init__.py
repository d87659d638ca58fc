"""How a site is walked, thought out without a network: which address is which, how a page is turned, when a listing
ends, what is a trap, what is due tonight. Values in, values out; `spiders.department` does the walking.
"""
