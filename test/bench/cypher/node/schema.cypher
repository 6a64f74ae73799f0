// Purpose: what must be unique where a transfer is a node.
// Parameters: none
// Returns: nothing
CREATE CONSTRAINT account_id IF NOT EXISTS FOR (n:Account) REQUIRE (n.case, n.id) IS UNIQUE;
CREATE CONSTRAINT file_hash IF NOT EXISTS FOR (n:File) REQUIRE (n.case, n.hash) IS UNIQUE;
CREATE CONSTRAINT record_id IF NOT EXISTS FOR (n:Record) REQUIRE (n.case, n.id, n.reading) IS UNIQUE;
CREATE CONSTRAINT transfer_id IF NOT EXISTS FOR (n:Transfer) REQUIRE (n.case, n.id, n.since) IS UNIQUE;
CREATE CONSTRAINT payout_id IF NOT EXISTS FOR (n:Payout) REQUIRE (n.case, n.run, n.id) IS UNIQUE
