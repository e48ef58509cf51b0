-- The latest grade of each body as a whole, and of each area that is named. Grades that an inspection gave, not
-- those it only mentions. The latest is that of the article published last; those of articles without a date come
-- first, in the order of the articles.
CREATE VIEW latest_grades AS
SELECT body, scope, area, grade, position, "of", scale, inspectorate, published_on,
       article_id, inspection_id, rating_id
FROM (
  SELECT i.body, r.scope, r.area, r.grade, r.position, r."of", r.scale, i.inspectorate, a.published_on,
         r.article_id, r.inspection_id, r.rating_id,
         row_number() OVER (
           PARTITION BY i.body, r.scale, r.scope, lower(r.area)
           ORDER BY a.published_on DESC, a.rowid DESC, r.rowid DESC
         ) AS place
  FROM ratings AS r
  JOIN inspections AS i ON i.article_id = r.article_id AND i.inspection_id = r.inspection_id
  JOIN articles AS a ON a.article_id = r.article_id
  WHERE r.time = 'current' AND i.body IS NOT NULL AND (r.scope = 'overall' OR r.area IS NOT NULL)
)
WHERE place = 1
ORDER BY body, scale, scope DESC, area;

-- Speakers by name, the one with the most statements first; how many of them hold words in quotation marks; the roles
-- that articles give them, as a JSON array. Who is not named ("one mother", in small letters) is somebody else in each
-- article and has a row for each.
CREATE VIEW who_said_most AS
SELECT speaker,
       count(*) AS statements,
       sum(kind <> 'indirect') AS quoted,
       count(DISTINCT article_id) AS articles,
       json_group_array(DISTINCT role) FILTER (WHERE role IS NOT NULL) AS roles
FROM statements
WHERE speaker IS NOT NULL
GROUP BY speaker, CASE WHEN substr(speaker, 1, 1) BETWEEN 'a' AND 'z' THEN article_id END
ORDER BY statements DESC, speaker;

-- What was asked, latest first, without what a later inspection may have settled: where the same inspectorate
-- completed another inspection of the same body, as a whole or on the same topic, by an article published more than
-- 60 days later (sooner, it is another report of the same inspection). Nobody records what bodies have done since.
CREATE VIEW open_asks AS
SELECT i.body, asked.kind, asked.text, asked.deadline, asked.deadline_from, asked.deadline_to,
       asked.addressee, i.inspectorate, i.topic, a.published_on,
       asked.article_id, asked.inspection_id, asked.recommendation_id
FROM recommendations AS asked
JOIN inspections AS i ON i.article_id = asked.article_id AND i.inspection_id = asked.inspection_id
JOIN articles AS a ON a.article_id = asked.article_id
WHERE NOT EXISTS (
  SELECT 1
  FROM inspections AS later
  JOIN articles AS reported ON reported.article_id = later.article_id
  WHERE later.body = i.body
    AND later.inspectorate IS i.inspectorate
    AND later.status = 'completed'
    AND (later.topic IS NULL OR later.topic = i.topic)
    AND reported.published_on > date(a.published_on, '+60 days')
)
ORDER BY a.published_on DESC, i.body, asked.number;

-- A row for each statement and each inspection that it speaks of.
CREATE VIEW statement_inspections AS
SELECT s.article_id, s.statement_id, each.value AS inspection_id
FROM statements AS s,
     json_each('[' || replace(json_quote(s.inspection_id), ';', '","') || ']') AS each
WHERE s.inspection_id IS NOT NULL;
