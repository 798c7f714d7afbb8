score-offline = [AI OFFLINE - RULE BASED] Scored by rules, without the model. Advice: { $advice }. Why:
score-reason = 🤖 Advice: { $advice }. Why: { $reason }
score-factor-source-referral = • came by recommendation: +{ $points }
score-factor-source-partner = • brought by a partner: +{ $points }
score-factor-source-callback = • asked to be called back: +{ $points }
score-factor-source-web = • left a request on the site: +{ $points }
score-factor-source-registration = • registered: +{ $points }
score-factor-source-scanner = • a business card or a scan: +{ $points }
score-factor-source-message = • wrote first: +{ $points }
score-factor-source-social = • from social networks: +{ $points }
score-factor-source-lead_magnet = • took a free download: +{ $points }
score-factor-source-manual = • entered by hand: +{ $points }
score-factor-messages-10 = • 10 messages or more: +{ $points }
score-factor-messages-5 = • 5 messages or more: +{ $points }
score-factor-messages-2 = • 2 messages or more: +{ $points }
score-factor-business-domain = • the line of business is known: +{ $points }
score-factor-stage-contacted = • somebody has talked to the lead: +{ $points }
score-factor-stage-qualified = • the interest is confirmed: +{ $points }
cmd-ai = Scoring of leads: calls, cost, faults
scr-ai-title = 🤖 <b>Scoring of leads in { $days } days</b>
scr-ai-analyses =
    { $count ->
        [0] No lead has been analysed yet
        [one] { $count } analysis
       *[other] { $count } analyses
    }
scr-ai-calls =
    { $count ->
        [0] The model was not called
        [one] The model: { $count } call
       *[other] The model: { $count } calls
    }
scr-ai-today = Today: { $count } of { $most }
scr-ai-cost = Cost: ${ $cost }
scr-ai-latency = Mean time of an answer: { $seconds } s
scr-ai-fallbacks = By rules: { $count } ({ $share } %)
scr-ai-fault = • { $what }: { $count }
ai-fault-off = no model is configured
ai-fault-cap = the day’s cap was reached
ai-fault-circuit = a pause after faults in a row
ai-fault-connection = no connection
ai-fault-timeout = not answered in time
ai-fault-rate_limit = asked too often
ai-fault-quota = the quota is used up
ai-fault-status = an error of the service
ai-fault-refusal = refused to answer
ai-fault-incomplete = the answer was cut
ai-fault-invalid = the answer is not of the form
