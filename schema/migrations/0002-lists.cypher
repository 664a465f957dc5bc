// Orders of further lists of the service.
CREATE INDEX document_name IF NOT EXISTS FOR (node:Document) ON (node.name);
CREATE INDEX compared_with_metric IF NOT EXISTS FOR ()-[edge:COMPARED_WITH]-() ON (edge.metric);
CREATE INDEX possibly_same_score IF NOT EXISTS FOR ()-[edge:POSSIBLY_SAME]-() ON (edge.score);
