-- A promise and the query that returns what breaks it. Tables of the temp schema hold what the chat has seen.
-- The players say no word twice but «каско», which may land in an answer to another question.

-- every confirmed update is stored
SELECT update_id FROM temp.confirmed EXCEPT SELECT update_id FROM inbox;

-- no update is stored twice
SELECT bot_id, update_id, count(*) FROM inbox GROUP BY bot_id, update_id HAVING count(*) > 1;

-- no update is left unfinished
SELECT update_id, attempts, error FROM inbox WHERE state = 'new';

-- no update is dead
SELECT update_id, incident, error FROM inbox WHERE state = 'dead';

-- every text and tap has a reply in the outbox
SELECT update_id, payload FROM inbox
WHERE (payload ->> '$.message.text' IS NOT NULL OR payload ->> '$.callback_query.id' IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM outgoing WHERE correlation_id = 'u' || update_id AND kind IN ('screen', 'answer'));

-- no update is replied to by two screens
SELECT correlation_id, count(*) FROM outgoing WHERE kind = 'screen' GROUP BY correlation_id HAVING count(*) > 1;

-- every tap is answered
SELECT update_id, payload ->> '$.callback_query.id' FROM inbox
WHERE payload ->> '$.callback_query.id' IS NOT NULL
    AND payload ->> '$.callback_query.id' NOT IN (SELECT query_id FROM temp.answered);

-- every outgoing row is sent, or replaced by a newer screen
SELECT id, state, attempts, error FROM outgoing WHERE state NOT IN ('sent', 'superseded');

-- a screen that was replaced has a newer one that was sent
SELECT id, chat_id FROM outgoing AS old
WHERE state = 'superseded' AND NOT EXISTS (
    SELECT 1 FROM outgoing AS newer
    WHERE newer.chat_id = old.chat_id AND newer.surface = old.surface AND newer.id > old.id AND newer.state = 'sent'
);

-- no screen is sent again but for a cut connection or a kill
WITH spans AS (
    SELECT chat_id, text, count(*) AS times, sum(cut) AS cuts, min(at) AS first, max(at) AS last
    FROM temp.sends GROUP BY chat_id, text
), counted AS (
    SELECT spans.*,
        (SELECT count(*) FROM temp.kills WHERE at BETWEEN first AND last) AS kills,
        (SELECT count(*) FROM outgoing WHERE chat_id = spans.chat_id AND payload ->> '$.message.text' = text) AS screens
    FROM spans
)
SELECT chat_id, text, times, cuts, kills, screens FROM counted WHERE screens > 0 AND times > screens + cuts + kills;

-- every deal that the chat shows as opened is stored
SELECT deal_id FROM temp.opened EXCEPT SELECT id FROM deals;

-- every stored deal was shown to its seller as opened
SELECT id, object FROM deals WHERE intent_key LIKE 'deal-%' AND id NOT IN (SELECT deal_id FROM temp.opened);

-- one deal per intent
SELECT object, count(*) FROM deals WHERE object LIKE 'Toyota %' GROUP BY object HAVING count(*) > 1
UNION ALL
SELECT intent_key, count(*) FROM deals WHERE intent_key IS NOT NULL GROUP BY intent_key HAVING count(*) > 1;

-- one client per intent
SELECT name, count(*) FROM clients WHERE intent_key LIKE 'client-%' AND name <> 'каско' GROUP BY name HAVING count(*) > 1
UNION ALL
SELECT intent_key, count(*) FROM clients WHERE intent_key IS NOT NULL GROUP BY intent_key HAVING count(*) > 1;

-- client and deal of one intent are saved together
SELECT name, intent_key FROM clients
WHERE intent_key LIKE 'client-%' AND NOT EXISTS (
    SELECT 1 FROM deals WHERE client_id = clients.id AND deals.intent_key = 'deal-' || substr(clients.intent_key, 8)
);

-- each deal has exactly one created event
SELECT deals.id, count(events.id) FROM deals
LEFT JOIN events ON events.name = 'deal.created' AND events.aggregate_type = 'deal' AND events.aggregate_id = deals.id
GROUP BY deals.id HAVING count(events.id) <> 1;

-- each deal has exactly one opening line in its journal
SELECT deals.id, count(entry.id) FROM deals
LEFT JOIN journal_entries AS entry ON entry.deal_id = deals.id AND entry.key = 'jrn-deal-opened'
GROUP BY deals.id HAVING count(entry.id) <> 1;

-- each client has exactly one created event
SELECT clients.id, count(events.id) FROM clients
LEFT JOIN events
    ON events.name = 'client.created' AND events.aggregate_type = 'client' AND events.aggregate_id = clients.id
GROUP BY clients.id HAVING count(events.id) <> 1;

-- each event is done exactly once by each consumer that subscribed to it
SELECT events.id, events.name, subscriptions.consumer, count(delivery.id), max(delivery.state) FROM events
JOIN temp.subscriptions ON subscriptions.event = events.name
LEFT JOIN deliveries AS delivery ON delivery.event_id = events.id AND delivery.consumer = subscriptions.consumer
GROUP BY events.id, subscriptions.consumer
HAVING count(delivery.id) <> 1 OR max(delivery.state) <> 'done';

-- every paper that was sent is filed once and whole, or its sender is told why not
SELECT papers.chat_id, papers.message_id, document.state, document.refusal FROM temp.papers
LEFT JOIN documents AS document
    ON document.chat_id = papers.chat_id AND document.message_id = papers.message_id
WHERE (document.state <> 'filed' OR document.deal_id IS NULL OR document.same_as_id IS NOT NULL)
    AND NOT EXISTS (
        SELECT 1 FROM inbox JOIN outgoing ON outgoing.correlation_id = 'u' || inbox.update_id
        WHERE inbox.lane = papers.chat_id AND inbox.payload ->> '$.message.message_id' = papers.message_id
            AND document.id IS NULL AND outgoing.kind = 'screen'
    );

-- no packet is left open or unanswered
SELECT id, state FROM packets WHERE state <> 'settled';

-- every entry that the chat shows as written is stored
SELECT words FROM temp.written EXCEPT SELECT text FROM journal_entries;

-- no entry is written twice
SELECT text, count(*) FROM journal_entries WHERE text IS NOT NULL GROUP BY text HAVING count(*) > 1;

-- every entry but a copied note of a lead has its event
SELECT entry.id, count(events.id) FROM journal_entries AS entry
LEFT JOIN events ON events.name = 'deal.journal.written' AND events.payload ->> '$.entry_id' = entry.id
WHERE entry.text IS NOT NULL AND entry.deal_id IS NOT NULL AND NOT EXISTS (
    SELECT note.id FROM deals JOIN lead_notes AS note ON note.lead_id = deals.lead_id
    WHERE deals.id = entry.deal_id AND note.text = entry.text
)
GROUP BY entry.id HAVING count(events.id) <> 1;

-- every policy that the chat shows as filed is stored
SELECT number FROM temp.filed EXCEPT SELECT number FROM policies;

-- every policy has its event and its expected commission
SELECT policy.id FROM policies AS policy
LEFT JOIN events ON events.name = 'policy.filed' AND events.payload ->> '$.policy_id' = policy.id
LEFT JOIN ledger_entries AS expected ON expected.policy_id = policy.id AND expected.planned_id IS NULL
    AND expected.side = 'income'
GROUP BY policy.id HAVING count(DISTINCT events.id) <> 1 OR count(DISTINCT expected.id) = 0;

-- every payment that the chat shows is stored, and none twice
SELECT number FROM temp.paid EXCEPT
SELECT policies.number FROM payments JOIN policies ON policies.id = payments.policy_id GROUP BY policies.id
HAVING count(*) = count(DISTINCT instalment_id);

-- every choice has its event
SELECT choices.id FROM choices
LEFT JOIN events ON events.name = 'deal.offer.chosen' AND events.payload ->> '$.choice_id' = choices.id
GROUP BY choices.id HAVING count(events.id) <> 1;

-- no dialogue points at a deal that is not there
SELECT key, found.deal_id FROM conversation_states, (
    SELECT key AS of, substr(data ->> '$.focus', 6) AS deal_id FROM conversation_states
    WHERE data ->> '$.focus' LIKE 'deal:%'
    UNION ALL SELECT key, data ->> '$.draft.values.deal_id' FROM conversation_states
    UNION ALL SELECT key, data ->> '$.parked.values.deal_id' FROM conversation_states
) AS found
WHERE found.of = key AND found.deal_id IS NOT NULL AND CAST(found.deal_id AS INTEGER) NOT IN (SELECT id FROM deals);

-- a dialogue's state and its draft change together
SELECT key, state, data ->> '$.draft.step' FROM conversation_states WHERE state IS NOT data ->> '$.draft.step';

-- the database file is whole
SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok';

-- no reference leads nowhere
SELECT * FROM pragma_foreign_key_check;
