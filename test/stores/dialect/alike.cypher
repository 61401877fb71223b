MATCH (n:Entity:Person) RETURN n.id ORDER BY n.id
MATCH (n) WHERE n:Person OR n:Place RETURN n.id ORDER BY n.id
MATCH ()-[r:SPOKE_WITH|DENIED]->() RETURN r.id ORDER BY r.id
MATCH (a)-[r]-(b) WHERE a.id = 'person:antony-blinken' RETURN type(r) AS t, count(*) AS c ORDER BY t
MATCH (a)-[r]->(a) RETURN a.id, r.id
MATCH (a)-[r]-(a) RETURN a.id, r.id
MATCH (a:Person)-->(b)-->(c) RETURN a.id, b.id, c.id ORDER BY a.id, b.id, c.id
MATCH (a:Person)-[r1]-(b)-[r2]-(c:Person) RETURN r1.id, r2.id ORDER BY r1.id, r2.id
MATCH (a:Person)-[*1..2]->(b) RETURN a.id, b.id, count(*) AS c ORDER BY a.id, b.id
MATCH (a:Person)-[rs*1..3]-(b:Government) RETURN a.id, size(rs) AS s, count(*) AS c ORDER BY a.id, s
MATCH (a:Person {id: 'person:antony-blinken'})-[rs*0..1]-(b) RETURN b.id ORDER BY b.id
MATCH p = (a:Person {id: 'person:antony-blinken'})-[:SPOKE_WITH*1..2 {modality: 'actual'}]-(b) RETURN length(p), b.id ORDER BY length(p), b.id
MATCH (a {id: 'person:antony-blinken'}), (b {id: 'gov:PK'}) MATCH p = shortestPath((a)-[*..6]-(b)) RETURN length(p), [n IN nodes(p) | n.id]
MATCH (a {id: 'person:antony-blinken'}), (b {id: 'gov:PK'}) MATCH p = shortestPath((a)-[:SPOKE_WITH|HOLDS_OFFICE*..6]->(b)) RETURN length(p)
MATCH (a {id: 'person:antony-blinken'}), (b {id: 'gov:PK'}) MATCH p = allShortestPaths((a)-[*..6]-(b)) RETURN [r IN relationships(p) | r.id] AS ids ORDER BY ids
MATCH (a:Person) WHERE (a)-[:HOLDS_OFFICE]->(:Government) RETURN a.id
MATCH (a:Person) WHERE EXISTS { (a)-[:HOLDS_OFFICE]->() } RETURN a.id
MATCH (a:Person) RETURN a.id, COUNT { (a)-[:PARTICIPATED_IN]->() } AS c ORDER BY a.id
MATCH (a:Person) RETURN a.id, [(a)-[r:PARTICIPATED_IN]->(e) WHERE e.date IS NOT NULL | e.date] AS c ORDER BY a.id
MATCH (a:Person) RETURN a {.id, n: size(a.aliases), x: 1} AS m ORDER BY a.id
MATCH (a:Person) RETURN a {.*}.label AS m ORDER BY m
MATCH (a:Person) CALL (a) { MATCH (a)-[r]->() RETURN count(r) AS c } RETURN a.id, c ORDER BY a.id
MATCH (a:Person) CALL (*) { MATCH (a)-[r]->() RETURN count(r) AS c } RETURN a.id, c ORDER BY a.id
CALL { MATCH (a:Person) RETURN a.id AS id UNION MATCH (b:Place) RETURN b.id AS id } RETURN id ORDER BY id
MATCH (a:Person) OPTIONAL MATCH (a)-[:HOLDS_OFFICE]->(g) WHERE g.id = 'none' RETURN a.id, g.id, collect(g.id) AS l ORDER BY a.id
MATCH (n) UNWIND labels(n) AS l RETURN l, count(*) AS c ORDER BY l
MATCH (n:Person) WITH n ORDER BY n.id WITH collect({id: n.id}) AS l RETURN l[0..1] AS l
MATCH (n:Person) WITH n ORDER BY n.id RETURN head(collect(n.id)) AS a, last(collect(n.id)) AS b
MATCH (n:Person) RETURN percentileCont(n.mentions, 0.5) AS p, percentileDisc(n.mentions, 0.5) AS d, stDev(n.mentions) AS s
MATCH (n) RETURN n.kind AS k, count(*) AS c ORDER BY c DESC, k SKIP 1 LIMIT 2
MATCH (e:Event) RETURN e.id ORDER BY e.date DESC, e.id
UNWIND [3, 'a', null, true, 1.5] AS x RETURN x ORDER BY x
UNWIND [] AS x RETURN x
RETURN [x IN range(1, 10) WHERE x % 2 = 0 | x * x] AS l
RETURN reduce(s = 0, x IN [1, 2, 3] | s + x) AS s
RETURN all(x IN [1, 2] WHERE x > 0) AS a, any(x IN [1, 2] WHERE x > 1) AS b, none(x IN [1] WHERE x > 1) AS c, single(x IN [1, 2] WHERE x > 1) AS d
RETURN toUpper('ä') AS a, toLower('Ä') AS b, trim(' a ') AS c, ltrim(' a') AS d, rtrim('a ') AS e, replace('aba', 'a', 'c') AS f, split('a,b', ',') AS g
RETURN substring('hello', 1, 3) AS a, substring('hello', 2) AS b, left('hello', 2) AS c, right('hello', 2) AS d
RETURN coalesce(null, 'a') AS a, nullIf(1, 1) AS b, null = null AS c, null IS NULL AS d, 1 <> null AS e, NOT null AS f
RETURN 1 IN [1, 2] AS a, null IN [1] AS b, 1 IN [null] AS c, 'a' STARTS WITH 'a' AS d, 'ab' ENDS WITH 'b' AS e, 'abc' CONTAINS 'b' AS f, 'abc' =~ 'a.c' AS g, 'ABC' =~ '(?i)abc' AS h, 'xabc' =~ 'abc' AS i
MATCH ()-[r:SPOKE_WITH]->() RETURN startNode(r).id, endNode(r).id, type(r), r.weight, r.confidence ORDER BY r.id
MATCH (e:Event) WHERE date('2022-05-01') <= e.dateFrom <= date('2022-05-31') RETURN e.id ORDER BY e.id
MATCH (a)-[r WHERE r.weight > 1]->(b) RETURN r.id ORDER BY r.id
MATCH (n:Person) RETURN n.id AS id UNION MATCH (n:Place) RETURN n.id AS id
WITH 1 AS x, 2 AS y RETURN *
MATCH (n) RETURN count(n) AS c;
MATCH (größe:Person) RETURN größe.id ORDER BY größe.id
MATCH (n:Person) /* c */ RETURN n.id ORDER BY n.id // end
RETURN "it's" AS a, 'say \"x\"' AS b, 'a\nb' AS c, '\u0627' AS d, 'it\'s' AS e
MATCH (n:Person) RETURN n.id ORDER BY n.id SKIP $i LIMIT $n
UNWIND $rows AS row MATCH (n {id: row.id}) RETURN row.k, n.label ORDER BY row.k
MATCH (x)-[f]->(y) WHERE f.about IS NOT NULL MATCH ()-[g {id: f.about}]->() RETURN f.id, g.id
MATCH ()-[r]->() UNWIND range(0, size(r.quotes) - 1) AS i WITH r, i WHERE r.id = 'fact:01' RETURN r.articles[i], r.langs[i], r.starts[i], r.ends[i], r.attributions[i], r.rules[i] ORDER BY i
MATCH (n:Person) WITH n.kind AS k, collect(n) AS ns RETURN k, size(ns), [x IN ns WHERE x.mentions > 10 | x.id] AS l
MATCH (n:Person) WHERE EXISTS { MATCH (n)-[:SPOKE_WITH]-(m) WHERE EXISTS { (m)-[:HOLDS_OFFICE]->() } } RETURN n.id
MATCH p = shortestPath((a:Person)-[*..6]-(b:Person)) WHERE a.id = 'person:antony-blinken' AND b.id = 'person:bilawal-bhutto-zardari' RETURN length(p)
CALL db.relationshipTypes() YIELD relationshipType WITH relationshipType WHERE relationshipType = 'KNOWS' RETURN relationshipType
MATCH (n:Person {id: 'person:antony-blinken'}) RETURN n['label'] AS l, n.nothing AS x, 'label' IN keys(n) AS k, properties(n).kind AS p
RETURN size('😀') AS a, substring('😀ab', 1, 1) AS b, left('😀ab', 2) AS c, reverse('😀a') AS d, size('é') AS e, char_length('😀') AS f
RETURN toBoolean('yes') AS a, toBoolean('FALSE') AS b
MATCH (e:Event) WHERE e.dateFrom >= '2022-01-01' RETURN e.id ORDER BY e.id
MATCH (e:Event) WHERE e.dateFrom = '2022-05-06' RETURN e.id ORDER BY e.id
MATCH (e:Event) WHERE e.dateFrom <> '2022-05-06' RETURN e.id ORDER BY e.id
MATCH (e:Event) WHERE e.dateFrom IN ['2022-05-06'] RETURN e.id ORDER BY e.id
MATCH (e:Event) WHERE e.date >= date('2022-01-01') RETURN e.id ORDER BY e.id
MATCH (e:Event) WHERE e.date >= '2022-05' RETURN e.id ORDER BY e.id
MATCH (e:Event) WHERE toString(e.dateFrom) STARTS WITH '2022-05' RETURN e.id ORDER BY e.id
MATCH (e:Event) WHERE e.dateFrom STARTS WITH '2022' RETURN e.id ORDER BY e.id
MATCH (e:Event {dateFrom: date('2022-05-06')}) RETURN e.id
MATCH (e:Event) WITH e.dateFrom AS d WHERE d IS NOT NULL RETURN d.year, d.month, d.day, d.week, d.quarter, d.dayOfWeek, d.weekYear, d.ordinalDay, d.dayOfQuarter ORDER BY d
WITH date('2022-05-06') AS d RETURN d.year, d.month, d.day
WITH datetime('2022-05-06T10:11:12.5Z') AS d RETURN d.year, d.hour, d.minute, d.second, d.epochSeconds, d.epochMillis
WITH duration('P1Y2M3DT4H') AS d RETURN d.years, d.months, d.days, d.hours
WITH date('2022-05-06') AS d RETURN d + duration({months: 1}) AS a, d - duration('P1Y') AS b, d + duration({weeks: 1}) AS c
RETURN date({year: 2022}) AS a, date({year: 2022, month: 5}) AS b
RETURN datetime('2022-05-06') AS a, localdatetime('2022-05-06T10:00') AS b
RETURN datetime({year: 2022, month: 5, day: 6, hour: 1}) AS a
RETURN datetime({epochSeconds: 0}) AS a
RETURN toString(datetime('2022-05-06T10:00:00Z')) AS a, toString(duration('P1D')) AS b
RETURN date(null) AS a, date($none) AS b
RETURN true AND null AS a, false AND null AS b, true OR null AS c, false OR null AS d, null XOR true AS e, NOT null AS f
RETURN 'a' + null AS a, 1 + null AS b, [1] + null AS c, null STARTS WITH 'a' AS d
RETURN size(null) AS a, head([]) AS b, last([]) AS c, tail([]) AS d, reverse([]) AS e, keys(null) AS f, labels(null) AS g, [][0] AS h
RETURN replace('aaa', 'a', '') AS a, replace('a.b', '.', '-') AS b, substring('abc', 5) AS c, left('abc', 9) AS d, trim('\t a\n') AS e
RETURN toUpper('straße') AS a, toLower('İ') AS b, toUpper('ı') AS c
UNWIND ['b', 'a', 'B', 'Ä', 'ä', 'Z', 'پ', 'ا', '😀', '\uFFFD'] AS x RETURN x ORDER BY x
UNWIND [1, 2.5, 2, -1, 0.5] AS x RETURN x ORDER BY x DESC
UNWIND [true, false, null] AS x RETURN x ORDER BY x
UNWIND [[2], [1, 2], [1]] AS x RETURN x ORDER BY x
UNWIND [1, 1.0, 2] AS x RETURN DISTINCT x
UNWIND [1, null, 1] AS x RETURN count(x) AS a, count(*) AS b, count(DISTINCT x) AS c, sum(x) AS d, avg(x) AS e, collect(x) AS f, collect(DISTINCT x) AS g, min(x) AS h
UNWIND [1, 2, 3, 4] AS x RETURN avg(x) AS a, stDev(x) AS b, stDevP(x) AS c, percentileCont(x, 0.5) AS d, percentileDisc(x, 0.5) AS e
UNWIND ['a', 'b'] AS x RETURN max(x) AS a, min(x) AS b
UNWIND [1, 'a', 2.5] AS x RETURN max(x) AS a, min(x) AS b
UNWIND [1, 1, 2] AS x WITH x, count(*) AS c WHERE c > 1 RETURN x, c
UNWIND [3, 1, 2] AS x WITH x ORDER BY x LIMIT 2 RETURN collect(x) AS l
UNWIND [3, 1, 2] AS x WITH x ORDER BY x DESC WITH collect(x) AS l RETURN l[..1] AS l
UNWIND [1, 2] AS x UNWIND ['a', 'b'] AS y RETURN x, y ORDER BY x, y
UNWIND [{a: 1}, {a: 2, b: 3}] AS m RETURN m.a AS a, m.b AS b ORDER BY a
MATCH (n:Person) WITH sum(n.mentions) AS total MATCH (m:Person) RETURN m.id, 1.0 * m.mentions / total AS share ORDER BY m.id
MATCH (n:Nothing) RETURN avg(n.x) AS s, min(n.x) AS m, count(*) AS c, collect(n.x) AS l
MATCH (n:Nothing) RETURN n.kind AS k, count(*) AS c
OPTIONAL MATCH (n:Nothing) RETURN n, n.id AS id, count(n) AS c
MATCH (a:Person) OPTIONAL MATCH (a)-[r:HOLDS_OFFICE]->(g) RETURN a.id, collect(g.id) AS s, type(r) AS t ORDER BY a.id
MATCH (a:Person) OPTIONAL MATCH p = (a)-[:HOLDS_OFFICE]->(g) RETURN a.id, length(p) AS l, p IS NULL AS n ORDER BY a.id
MATCH (a:Person) OPTIONAL MATCH (a)-[:HOLDS_OFFICE]->(g) OPTIONAL MATCH (g)<-[:PART_OF]-(o) RETURN a.id, o.id ORDER BY a.id
MATCH (a:Person) WHERE a.office = 'x' OR NOT a.office = 'x' RETURN count(a) AS c
MATCH (a:Person) WHERE NOT (a)-[:HOLDS_OFFICE]->(:Government {id: 'gov:PK'}) RETURN a.id
MATCH (a {id: 'k:1'}), (b {id: 'k:3'}) MATCH p = shortestPath((a)-[*..6]-(b)) RETURN [n IN nodes(p) | n.id] AS ns
MATCH (a {id: 'k:1'}), (b {id: 'k:3'}) MATCH p = shortestPath((a)-[*..6]-(b)) WITH p WHERE length(p) > 1 RETURN [n IN nodes(p) | n.id] AS ns
MATCH (a {id: 'k:1'}), (b {id: 'k:3'}) MATCH p = shortestPath((a)-[:KNOWS*]-(b)) RETURN length(p) AS l
MATCH (a {id: 'k:1'}), (b {id: 'k:9'}) MATCH p = shortestPath((a)-[:KNOWS*]-(b)) RETURN length(p) AS l
MATCH (a {id: 'k:1'}), (b {id: 'k:9'}) OPTIONAL MATCH p = shortestPath((a)-[:KNOWS*]-(b)) RETURN length(p) AS l
MATCH (a {id: 'k:1'}), (b:K) WHERE a <> b MATCH p = shortestPath((a)-[:KNOWS*..4]-(b)) RETURN b.id, length(p) AS l ORDER BY b.id
MATCH (a {id: 'k:1'}), (b {id: 'k:5'}) MATCH p = allShortestPaths((a)-[:KNOWS*..6]-(b)) RETURN [n IN nodes(p) | n.id] AS ns ORDER BY ns
MATCH (a {id: 'k:1'}) MATCH p = shortestPath((a)-[:KNOWS*..6]-(b {id: 'k:5'})) RETURN length(p) AS l
MATCH p = shortestPath((a {id: 'k:1'})-[:KNOWS*..6]-(b {id: 'k:5'})) RETURN length(p) AS l
MATCH (a {id: 'k:1'}), (b {id: 'k:5'}), p = (a)-[:KNOWS*..6]-(b) RETURN length(p) AS l ORDER BY l
MATCH (a {id: 'k:1'})-[:KNOWS*1..4]-(b) RETURN b.id, count(*) AS c ORDER BY b.id
MATCH p = (a {id: 'k:1'})-[:KNOWS*]->(b) RETURN [n IN nodes(p) | n.id] AS ns ORDER BY ns
MATCH p = (a {id: 'k:1'})-[:KNOWS*2]-(b) WHERE all(n IN nodes(p) WHERE n.mentions > 0) RETURN [n IN nodes(p) | n.id] AS ns ORDER BY ns
MATCH (a {id: 'k:1'})-[rs:KNOWS*1..3]-(b {id: 'k:5'}) RETURN reduce(w = 0, r IN rs | w + r.weight) AS w ORDER BY w
MATCH (a:K)-[r:KNOWS]-(b:K) RETURN a.id, count(DISTINCT b) AS degree ORDER BY degree DESC, a.id
MATCH (a:K)-[:KNOWS]-(b:K)-[:KNOWS]-(c:K)-[:KNOWS]-(a) RETURN count(*) AS triangles
MATCH (a:K)-[:KNOWS]->(b)<-[:KNOWS]-(c) WHERE a.id < c.id RETURN a.id, b.id, c.id ORDER BY a.id, b.id, c.id
MATCH (a:K), (b:K) WHERE a.id < b.id AND NOT (a)-[:KNOWS]-(b) RETURN a.id, b.id ORDER BY a.id, b.id
MATCH (a:K)-[r1:KNOWS]-(b), (a)-[r2:KNOWS]-(c) WHERE b.id < c.id RETURN a.id, b.id, c.id ORDER BY a.id, b.id, c.id
MATCH (a:K {id: 'k:1'})-[r:KNOWS]-(b) MATCH (a)-[r2:KNOWS]-(c) RETURN count(*) AS c
MATCH (a:K) WHERE COUNT { (a)-[:KNOWS]-() } > 2 RETURN a.id ORDER BY a.id
MATCH (a:K) RETURN a.id, EXISTS { (a)-[:KNOWS]->() } AS e ORDER BY a.id
MATCH (a:K) RETURN a.id, exists((a)-[:KNOWS]->()) AS e ORDER BY a.id
MATCH (a:K) CALL (a) { MATCH (a)-[:KNOWS]-(b) RETURN b.id AS b ORDER BY b LIMIT 1 } RETURN a.id, b ORDER BY a.id
MATCH (a:K) CALL { WITH a MATCH (a)-[:KNOWS]-(b) RETURN max(b.id) AS b } RETURN a.id, b ORDER BY a.id
MATCH (a:K) WITH a ORDER BY a.id DESC LIMIT 2 RETURN a.id
MATCH (a:K) RETURN a.id ORDER BY a.id SKIP 1
MATCH (a:K) WITH a SKIP 1 RETURN count(a) AS c
MATCH (a:K) WITH a.id AS id ORDER BY id WITH collect(id) AS ids RETURN ids[0] AS first, ids[-1] AS last, size(ids) AS n
MATCH (a:K) WITH collect(a.id) AS ids UNWIND range(0, size(ids) - 1) AS i RETURN count(i) AS c
MATCH (a:K) WHERE a.id = $p OR $p IS NULL RETURN count(a) AS c
MATCH (a:K {id: $m.id}) RETURN a.id
MATCH (a:K) WHERE a.id IN $ids RETURN a.id ORDER BY a.id
MATCH (n) WHERE n[$key] = 'Person' RETURN count(n) AS c
MATCH (a)-[r]->(b) WHERE type(r) = $type RETURN count(r) AS c
MATCH (n) RETURN n.kind, n.label AS l ORDER BY n.kind, l
MATCH (n) RETURN n.kind AS kind, count(n) AS n ORDER BY n DESC, kind
MATCH (n) WITH n.kind AS kind, count(n) AS c ORDER BY c DESC, kind LIMIT 1 RETURN kind
MATCH (n) WITH n.kind AS kind, n ORDER BY n.id RETURN kind, collect(n.id) AS ids ORDER BY kind
MATCH (a)-[r]->(b) RETURN a.id, r, b.id ORDER BY r.id LIMIT 1
MATCH p = (:Organization)-[]->() RETURN p
MATCH (n:Person) RETURN n ORDER BY n.id LIMIT 1
MATCH (n:Person) RETURN n, n.id AS id ORDER BY id LIMIT 1
MATCH (n:Person) RETURN collect(n) AS ns
MATCH (n:Person) RETURN {node: n, list: [n]} AS m ORDER BY n.id LIMIT 1
RETURN [1, 'a', null, {x: 1.5}] AS l, {} AS m, [] AS e, '' AS s
RETURN 1 AS a UNION RETURN 1 AS a
RETURN 1 AS a UNION ALL RETURN 1 AS a
MATCH (n:Person) RETURN n.kind, count(n) ORDER BY count(n)
MATCH (n:Person) RETURN n.id ORDER BY n.label, n.mentions DESC SKIP 0 LIMIT 10
MATCH (n:Person) RETURN n.id AS x ORDER BY n.id
MATCH (n:Person) RETURN DISTINCT n.kind AS x ORDER BY n.kind
MATCH (a:Person)-[r:SPOKE_WITH]->(b) RETURN a.id, b.id, count(r) AS c, collect(r.date) AS ds, min(r.dateFrom) AS f
MATCH (a:Person)-[r]->(b) WITH type(r) AS t, r.weight AS w RETURN t, sum(w) AS s, avg(w) AS a ORDER BY s DESC, t
MATCH (n:Entity) WHERE n.label CONTAINS 'amt' OR toLower(n.label) CONTAINS 'amt' RETURN n.id
MATCH (n:Entity) WHERE n.aliases CONTAINS 'x' RETURN n.id
MATCH (n:Entity) WHERE size(n.aliases) > 1 RETURN n.id ORDER BY n.id
MATCH (n:Entity) UNWIND n.aliases AS alias RETURN n.id, alias ORDER BY n.id, alias
MATCH (n:Event) UNWIND n.historyDates AS d RETURN n.id, d ORDER BY d
MATCH ()-[r]->() WHERE 'de' IN r.langs AND 'ur' IN r.langs RETURN r.id
MATCH ()-[r]->() WHERE size(r.quotes) > 1 RETURN r.id, r.quotes[0] AS q
MATCH ()-[r]->() WHERE any(a IN r.attributions WHERE a CONTAINS ' > ') RETURN r.id, split(r.attributions[1], ' > ') AS who
MATCH ()-[r]->() WHERE r.confidence >= 1 RETURN r.id, r.confidence
MATCH ()-[r]->() WHERE r.confidence = 1 RETURN r.id
MATCH (d:Article) RETURN d.id, d.lang, d.publishedAt, d.url ORDER BY d.id
MATCH (d:Article) WHERE d.publishedAt >= '2022' RETURN d.id
MATCH (a:Person) RETURN a.id, [x IN a.aliases WHERE x STARTS WITH 'A'] AS l ORDER BY a.id
MATCH (a:Person) RETURN a.id, [i IN range(0, size(a.aliases) - 1) | a.aliases[i] + ' ' + toString(a.aliasCounts[i])] AS l ORDER BY a.id
MATCH (n) WHERE n.kind IN ['Person', 'Place'] RETURN count(n) AS c
MATCH (n) WHERE NOT n.kind IN ['Person'] AND NOT n:Article RETURN count(n) AS c
MATCH (n) WHERE n.place IS NULL RETURN count(n) AS c
MATCH (n:Person) WHERE n.mentions = 14.0 RETURN n.id
MATCH (n:Person) WHERE n.mentions > '1' RETURN n.id
MATCH (n:Person {mentions: 14}) RETURN n.id
MATCH (n:Person) WHERE n.id STARTS WITH 'person:' AND n.id ENDS WITH 'blinken' RETURN n.id
MATCH (n:person) RETURN n.id
match (n:Person) where n.mentions > 10 return n.id order by n.id limit 1
MATCH (n:Person)RETURN n.id ORDER BY n.id
MATCH(n:Person) RETURN n.id ORDER BY n.id
WITH {a: {b: [10, 20]}} AS m RETURN m.a.b[1] AS x
WITH 'x' AS a RETURN a AS b, a
RETURN NULL AS a, True AS b, FALSE AS c
RETURN 1.0 AS a, 1e0 AS b, 0.1 + 0.2 AS d, 1.0 / 3 AS e
RETURN NOT true = false AS a, NOT (true AND false) AS b, 1 + 2 = 3 AS c, 'a' IN ['a'] = true AS d
RETURN CASE WHEN null THEN 1 ELSE 2 END AS a, CASE null WHEN null THEN 1 ELSE 2 END AS b
RETURN coalesce(null, null) AS a, coalesce([], 1) AS b
RETURN range(1, 0) AS a, range(5, 1, -2) AS b
RETURN toLower(null) AS a, abs(null) AS b, split(null, ',') AS c
RETURN id(null) AS a
CALL db.labels() YIELD label WHERE label = 'Person' RETURN label
MATCH (n:Person) RETURN n.id, rand() * 0 AS z ORDER BY n.id
MATCH (n) RETURN count(*)
MATCH (n:Person) RETURN n.id, n.label, n['mentions']
