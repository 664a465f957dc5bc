// What lists are narrowed by alone, with the days in order.
CREATE INDEX claim_role IF NOT EXISTS FOR (node:Claim) ON (node.speakerRole, node.day);
CREATE INDEX claim_kind IF NOT EXISTS FOR (node:Claim) ON (node.speakerKind, node.day);
CREATE INDEX claim_mode IF NOT EXISTS FOR (node:Claim) ON (node.mode, node.day);
CREATE INDEX article_outlet IF NOT EXISTS FOR (node:Article) ON (node.outletId, node.day);
CREATE INDEX article_publisher IF NOT EXISTS FOR (node:Article) ON (node.publisherId, node.day);
