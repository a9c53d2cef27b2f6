CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

CREATE TABLE documents (
	"row" INTEGER NOT NULL,
	id CHAR(32) NOT NULL,
	symbol VARCHAR NOT NULL,
	short VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	date DATE,
	standing VARCHAR(20) NOT NULL,
	main_part VARCHAR NOT NULL,
	cite_as VARCHAR NOT NULL,
	spoken VARCHAR NOT NULL,
	meeting VARCHAR NOT NULL,
	source_note VARCHAR NOT NULL,
	session VARCHAR NOT NULL,
	agenda_item VARCHAR NOT NULL,
	PRIMARY KEY ("row"),
	UNIQUE (id)
);

CREATE TABLE revisions (
	"row" INTEGER NOT NULL,
	id CHAR(32) NOT NULL,
	entity VARCHAR(20) NOT NULL,
	entity_id CHAR(32) NOT NULL,
	content JSON,
	author VARCHAR NOT NULL,
	time DATETIME NOT NULL,
	sealed BOOLEAN NOT NULL,
	name VARCHAR NOT NULL,
	PRIMARY KEY ("row"),
	UNIQUE (id)
);

CREATE TABLE delegation (
	id CHAR(32) NOT NULL,
	state VARCHAR NOT NULL,
	mission VARCHAR NOT NULL,
	speaker_name VARCHAR NOT NULL,
	speaker_title VARCHAR NOT NULL,
	"group" VARCHAR NOT NULL,
	meeting_id CHAR(32),
	PRIMARY KEY (id)
);

CREATE TABLE meetings (
	id CHAR(32) NOT NULL,
	name VARCHAR NOT NULL,
	place VARCHAR NOT NULL,
	starts DATE,
	ends DATE,
	national_minutes DOUBLE NOT NULL,
	group_minutes DOUBLE NOT NULL,
	words_a_minute INTEGER NOT NULL,
	PRIMARY KEY (id)
);

CREATE TABLE agenda_items (
	id CHAR(32) NOT NULL,
	meeting_id CHAR(32) NOT NULL,
	number VARCHAR NOT NULL,
	title VARCHAR NOT NULL,
	track VARCHAR(20),
	rank VARCHAR NOT NULL,
	PRIMARY KEY (id)
);

CREATE TABLE dossiers (
	item_id CHAR(32) NOT NULL,
	brief VARCHAR NOT NULL,
	talking_points JSON NOT NULL,
	note VARCHAR NOT NULL,
	PRIMARY KEY (item_id)
);

CREATE TABLE pulls (
	id CHAR(32) NOT NULL,
	item_id CHAR(32) NOT NULL,
	paragraph_id CHAR(32) NOT NULL,
	reference VARCHAR NOT NULL,
	stance VARCHAR(20) NOT NULL,
	note VARCHAR NOT NULL,
	rank VARCHAR NOT NULL,
	PRIMARY KEY (id)
);

CREATE TABLE statements (
	id CHAR(32) NOT NULL,
	item_id CHAR(32) NOT NULL,
	title VARCHAR NOT NULL,
	capacity VARCHAR(20) NOT NULL,
	"group" VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	stage VARCHAR(20) NOT NULL,
	speaker_name VARCHAR NOT NULL,
	speaker_title VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	minutes DOUBLE,
	rank VARCHAR NOT NULL,
	PRIMARY KEY (id)
);

CREATE TABLE packs (
	id CHAR(32) NOT NULL,
	meeting_id CHAR(32) NOT NULL,
	name VARCHAR NOT NULL,
	item_ids JSON NOT NULL,
	settings JSON NOT NULL,
	rank VARCHAR NOT NULL,
	PRIMARY KEY (id)
);

CREATE TABLE own_concepts (
	id CHAR(32) NOT NULL,
	concept VARCHAR NOT NULL,
	label VARCHAR NOT NULL,
	topics JSON NOT NULL,
	broader JSON NOT NULL,
	related JSON NOT NULL,
	said JSON NOT NULL,
	written JSON NOT NULL,
	names JSON NOT NULL,
	dropped JSON NOT NULL,
	PRIMARY KEY (id)
);

CREATE TABLE topic_corrections (
	id CHAR(32) NOT NULL,
	paragraph_id CHAR(32) NOT NULL,
	added JSON NOT NULL,
	removed JSON NOT NULL,
	PRIMARY KEY (id)
);

CREATE TABLE dismissals (
	id CHAR(32) NOT NULL,
	item_id CHAR(32) NOT NULL,
	paragraph_id CHAR(32) NOT NULL,
	reference VARCHAR NOT NULL,
	PRIMARY KEY (id)
);

CREATE TABLE parts (
	document_row INTEGER NOT NULL,
	"key" VARCHAR NOT NULL,
	position INTEGER NOT NULL,
	title VARCHAR NOT NULL,
	citation VARCHAR NOT NULL,
	standing VARCHAR(20) NOT NULL,
	PRIMARY KEY (document_row, "key"),
	FOREIGN KEY(document_row) REFERENCES documents ("row")
);

CREATE TABLE interventions (
	document_row INTEGER NOT NULL,
	position INTEGER NOT NULL,
	party VARCHAR NOT NULL,
	named VARCHAR NOT NULL,
	kind VARCHAR(20) NOT NULL,
	items JSON NOT NULL,
	sitting INTEGER,
	date VARCHAR NOT NULL,
	on_behalf VARCHAR NOT NULL,
	label VARCHAR NOT NULL,
	PRIMARY KEY (document_row, position),
	FOREIGN KEY(document_row) REFERENCES documents ("row")
);

CREATE TABLE national_reports (
	document_row INTEGER NOT NULL,
	position INTEGER NOT NULL,
	party VARCHAR NOT NULL,
	named VARCHAR NOT NULL,
	kind VARCHAR(20) NOT NULL,
	label VARCHAR NOT NULL,
	PRIMARY KEY (document_row, position),
	FOREIGN KEY(document_row) REFERENCES documents ("row")
);

CREATE TABLE officers (
	document_row INTEGER NOT NULL,
	position INTEGER NOT NULL,
	party VARCHAR NOT NULL,
	named VARCHAR NOT NULL,
	office VARCHAR NOT NULL,
	person VARCHAR NOT NULL,
	label VARCHAR NOT NULL,
	PRIMARY KEY (document_row, position),
	FOREIGN KEY(document_row) REFERENCES documents ("row")
);

CREATE TABLE revision_parents (
	revision_id CHAR(32) NOT NULL,
	parent_id CHAR(32) NOT NULL,
	PRIMARY KEY (revision_id, parent_id),
	FOREIGN KEY(revision_id) REFERENCES revisions (id) ON DELETE CASCADE
);

CREATE TABLE heads (
	entity VARCHAR(20) NOT NULL,
	entity_id CHAR(32) NOT NULL,
	revision_id CHAR(32) NOT NULL,
	PRIMARY KEY (entity, entity_id, revision_id),
	FOREIGN KEY(revision_id) REFERENCES revisions (id)
);

CREATE TABLE sections (
	"row" INTEGER NOT NULL,
	document_row INTEGER NOT NULL,
	part_key VARCHAR NOT NULL,
	parent_row INTEGER,
	position INTEGER NOT NULL,
	heading VARCHAR NOT NULL,
	PRIMARY KEY ("row"),
	FOREIGN KEY(document_row, part_key) REFERENCES parts (document_row, "key"),
	FOREIGN KEY(parent_row) REFERENCES sections ("row")
);

CREATE TABLE paragraphs (
	"row" INTEGER NOT NULL,
	document_row INTEGER NOT NULL,
	position INTEGER NOT NULL,
	id CHAR(32) NOT NULL,
	part_key VARCHAR NOT NULL,
	section_row INTEGER,
	label VARCHAR NOT NULL,
	kind VARCHAR(20) NOT NULL,
	level INTEGER NOT NULL,
	text VARCHAR NOT NULL,
	chapeau VARCHAR NOT NULL,
	track VARCHAR(20),
	standing VARCHAR(20) NOT NULL,
	page INTEGER,
	quoted JSON,
	typed_label VARCHAR,
	remarks JSON,
	footnotes JSON,
	PRIMARY KEY ("row"),
	FOREIGN KEY(document_row, part_key) REFERENCES parts (document_row, "key"),
	UNIQUE (document_row, position),
	FOREIGN KEY(document_row) REFERENCES documents ("row"),
	FOREIGN KEY(section_row) REFERENCES sections ("row")
);

CREATE INDEX revisions_of_entity ON revisions (entity, entity_id);

CREATE INDEX ix_agenda_items_meeting_id ON agenda_items (meeting_id);

CREATE INDEX ix_pulls_item_id ON pulls (item_id);

CREATE INDEX ix_statements_item_id ON statements (item_id);

CREATE INDEX ix_packs_meeting_id ON packs (meeting_id);

CREATE INDEX ix_topic_corrections_paragraph_id ON topic_corrections (paragraph_id);

CREATE INDEX ix_dismissals_item_id ON dismissals (item_id);

CREATE INDEX ix_revision_parents_parent_id ON revision_parents (parent_id);

CREATE INDEX sections_of_document ON sections (document_row);

CREATE INDEX paragraphs_by_label ON paragraphs (label, document_row);

CREATE INDEX paragraphs_by_id ON paragraphs (id);

CREATE TABLE search_words (
	word VARCHAR NOT NULL,
	stem VARCHAR NOT NULL,
	rows INTEGER NOT NULL,
	PRIMARY KEY (word, stem)
) WITHOUT ROWID;

CREATE INDEX search_words_by_stem ON search_words (stem);

CREATE VIRTUAL TABLE search USING fts5(words, stems, around, around_stems, about, content='', tokenize='unicode61 remove_diacritics 2');
