// What identifies a thing is unique; MERGE and MATCH go through these indexes.
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (node:Document) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (node:Article) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (node:Entity) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT person_id IF NOT EXISTS FOR (node:Person) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT organization_id IF NOT EXISTS FOR (node:Organization) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT region_id IF NOT EXISTS FOR (node:Region) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT policy_id IF NOT EXISTS FOR (node:Policy) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (node:Claim) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT figure_id IF NOT EXISTS FOR (node:Figure) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT identity_key IF NOT EXISTS FOR (node:IdentityKey) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT identity_key_id IF NOT EXISTS FOR (node:IdentityKey) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT name_form IF NOT EXISTS FOR (node:Name) REQUIRE (node.form, node.type) IS UNIQUE;
CREATE CONSTRAINT decision_id IF NOT EXISTS FOR (node:Decision) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT migration_name IF NOT EXISTS FOR (node:Migration) REQUIRE node.name IS UNIQUE;
CREATE CONSTRAINT write_lock_name IF NOT EXISTS FOR (node:WriteLock) REQUIRE node.name IS UNIQUE;

// Orders and look-ups of the service.
CREATE INDEX document_imported_at IF NOT EXISTS FOR (node:Document) ON (node.importedAt);
CREATE INDEX article_day IF NOT EXISTS FOR (node:Article) ON (node.day);
CREATE INDEX claim_day IF NOT EXISTS FOR (node:Claim) ON (node.day);
CREATE INDEX region_adcode IF NOT EXISTS FOR (node:Region) ON (node.adcode);
CREATE INDEX person_mentions IF NOT EXISTS FOR (node:Person) ON (node.mentionCount);
CREATE INDEX organization_mentions IF NOT EXISTS FOR (node:Organization) ON (node.mentionCount);
CREATE INDEX region_mentions IF NOT EXISTS FOR (node:Region) ON (node.mentionCount);
CREATE INDEX policy_mentions IF NOT EXISTS FOR (node:Policy) ON (node.mentionCount);
CREATE INDEX name_only_form IF NOT EXISTS FOR (node:Name) ON (node.form);
CREATE INDEX name_pinyin IF NOT EXISTS FOR (node:Name) ON (node.pinyin);
CREATE INDEX name_initials IF NOT EXISTS FOR (node:Name) ON (node.initials);
CREATE INDEX speaks_on_rank IF NOT EXISTS FOR ()-[edge:SPEAKS_ON]-() ON (edge.rank);
CREATE INDEX speaks_in_rank IF NOT EXISTS FOR ()-[edge:SPEAKS_IN]-() ON (edge.rank);
CREATE INDEX spoken_of_in_rank IF NOT EXISTS FOR ()-[edge:SPOKEN_OF_IN]-() ON (edge.rank);
CREATE INDEX in_region_role IF NOT EXISTS FOR ()-[edge:IN_REGION]-() ON (edge.regionId, edge.role, edge.day);
CREATE INDEX in_region_day IF NOT EXISTS FOR ()-[edge:IN_REGION]-() ON (edge.regionId, edge.day);
CREATE INDEX in_region_figure_day IF NOT EXISTS FOR ()-[edge:IN_REGION]-() ON (edge.regionId, edge.figureDay);
CREATE INDEX mentioned_in_day IF NOT EXISTS FOR ()-[edge:MENTIONED_IN]-() ON (edge.entityId, edge.day);
CREATE INDEX made_day IF NOT EXISTS FOR ()-[edge:MADE]-() ON (edge.speakerId, edge.day);
CREATE INDEX about_day IF NOT EXISTS FOR ()-[edge:ABOUT]-() ON (edge.thingId, edge.day);
CREATE INDEX about_pair IF NOT EXISTS FOR ()-[edge:ABOUT]-() ON (edge.pair, edge.day);
CREATE INDEX holds_pair IF NOT EXISTS FOR ()-[edge:HOLDS]-() ON (edge.pair, edge.day);
CREATE INDEX held_pair IF NOT EXISTS FOR ()-[edge:HELD]-() ON (edge.pair);
CREATE INDEX held_region IF NOT EXISTS FOR ()-[edge:HELD]-() ON (edge.regionId);

// What the loader looks up.
CREATE INDEX speaks_on_pair IF NOT EXISTS FOR ()-[edge:SPEAKS_ON]-() ON (edge.pair);
CREATE INDEX speaks_in_pair IF NOT EXISTS FOR ()-[edge:SPEAKS_IN]-() ON (edge.pair);
CREATE INDEX spoken_of_in_pair IF NOT EXISTS FOR ()-[edge:SPOKEN_OF_IN]-() ON (edge.pair);
CREATE INDEX figure_comparison IF NOT EXISTS FOR (node:Figure) ON (node.comparisonKey);
CREATE INDEX article_band1 IF NOT EXISTS FOR (node:Article) ON (node.band1);
CREATE INDEX article_band2 IF NOT EXISTS FOR (node:Article) ON (node.band2);
CREATE INDEX article_band3 IF NOT EXISTS FOR (node:Article) ON (node.band3);
CREATE INDEX article_band4 IF NOT EXISTS FOR (node:Article) ON (node.band4);
CREATE INDEX article_band5 IF NOT EXISTS FOR (node:Article) ON (node.band5);
CREATE INDEX article_band6 IF NOT EXISTS FOR (node:Article) ON (node.band6);
CREATE INDEX article_band7 IF NOT EXISTS FOR (node:Article) ON (node.band7);
CREATE INDEX article_band8 IF NOT EXISTS FOR (node:Article) ON (node.band8);

// One ranked list over everything that search finds. The analyzer cuts Chinese into pairs of characters.
CREATE FULLTEXT INDEX search IF NOT EXISTS
FOR (node:Person|Organization|Region|Policy|Claim|Article)
ON EACH [node.id, node.searchText, node.searchType, node.title, node.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};

CREATE INDEX located_in_pair IF NOT EXISTS FOR ()-[edge:LOCATED_IN]-() ON (edge.pair);
CREATE INDEX made_organization IF NOT EXISTS FOR ()-[edge:MADE]-() ON (edge.organizationId);
CREATE INDEX made_region IF NOT EXISTS FOR ()-[edge:MADE]-() ON (edge.regionId);
CREATE INDEX figure_region IF NOT EXISTS FOR (node:Figure) ON (node.regionId);
CREATE INDEX holds_document IF NOT EXISTS FOR ()-[edge:HOLDS]-() ON (edge.document);
CREATE INDEX issued_by_document IF NOT EXISTS FOR ()-[edge:ISSUED_BY]-() ON (edge.document);
CREATE INDEX applies_to_document IF NOT EXISTS FOR ()-[edge:APPLIES_TO]-() ON (edge.document);
CREATE INDEX located_in_document IF NOT EXISTS FOR ()-[edge:LOCATED_IN]-() ON (edge.document);
CREATE INDEX part_of_document IF NOT EXISTS FOR ()-[edge:PART_OF]-() ON (edge.document);
CREATE INDEX holds_region IF NOT EXISTS FOR ()-[edge:HOLDS]-() ON (edge.regionId);
