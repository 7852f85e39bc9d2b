"""Whose word it is: speakers, the press, who passes whose word on.

From the ground up, each module with one thing that it knows:

- what a phrase is: `press`, `names`, `edges` and `phrases` (its words), `callings`, `groups`, `classes` (its class),
  `homes`, `actors` (for whom it speaks), `people`, `withholding`, `anonymity`, `naming` (how it is named)
- who a phrase names: `mentioned`, `unmentioned`, `nodes` (at which token), put together in `speakers`
- who says what: `sayers`, `publications`, `tellers`, `voices`
- who passes whom on: `citing`, `quoting`, `hearing`, collected by `relations`, asked for in `relays`
- what another sentence tells: `descriptions`, `carrying` and `meant` (who is taken up), `told_before`, `sourcing`,
  `holdings`, `bare_citing`, joined in `follow_ups`
- whose word one claim is: `governing`, `quotation_sources`, `headline_sources`, `marked`, `credits`; `links` joins what
  they find, and `chain` is where reading starts
"""
