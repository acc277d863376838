package io.shopcare.mongo.contract;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

import org.bson.Document;
import org.bson.types.Decimal128;

import static io.shopcare.mongo.contract.Mongo.codeOf;
import static io.shopcare.mongo.contract.Mongo.json;
import static io.shopcare.mongo.contract.Mongo.jsons;
import static org.assertj.core.api.Assertions.assertThat;

class ExpressionsTest {
    private static final String SUBJECT = "{_id: 1, i: 7, d: 2.5, l: {$numberLong: '4'}, c: {$numberDecimal: '1.10'}, s: 'Hello', t: true, n: null, a: [3, 1, 2], "
            + "docs: [{k: 'x', v: 1}, {k: 'y', v: 2}], o: {p: 1, q: 'r'}, z: '中文ab', at: {$date: '2026-03-29T00:30:00.123Z'}}";

    private static Object value(Mongo mongo, String expression) {
        return mongo.value(expression);
    }

    @Contract
    void calculates(Mongo mongo) {
        mongo.insert(SUBJECT);
        assertThat(value(mongo, "{$add: ['$i', 1]}")).isEqualTo(8);
        assertThat(value(mongo, "{$add: ['$i', '$d']}")).isEqualTo(9.5);
        assertThat(value(mongo, "{$add: ['$l', 1]}")).isEqualTo(5L);
        assertThat(value(mongo, "{$add: ['$c', {$numberDecimal: '0.20'}]}")).isEqualTo(Decimal128.parse("1.30"));
        assertThat(value(mongo, "{$add: ['$i', '$n']}")).isNull();
        assertThat(value(mongo, "{$add: ['$at', 1000]}")).isEqualTo(new Date(1774744201123L));
        assertThat(value(mongo, "{$subtract: ['$i', 10]}")).isEqualTo(-3);
        assertThat(value(mongo, "{$subtract: ['$at', '$at']}")).isEqualTo(0L);
        assertThat(value(mongo, "{$multiply: ['$i', 2, 2.5]}")).isEqualTo(35.0);
        assertThat(value(mongo, "{$divide: ['$i', 2]}")).isEqualTo(3.5);
        assertThat(value(mongo, "{$mod: ['$i', 4]}")).isEqualTo(3);
        assertThat(value(mongo, "{$abs: -5}")).isEqualTo(5);
        assertThat(value(mongo,
                "[{$ceil: 1.2}, {$floor: -1.2}, {$round: [2.5]}, {$round: [1.255, 2]}, {$trunc: [1.99, 1]}, {$round: [1234, -2]}]"))
                .isEqualTo(List.of(2.0, -2.0, 2.0, 1.25, 1.9, 1200));
        assertThat(value(mongo, "[{$pow: [2, 10]}, {$pow: [2, -1]}, {$sqrt: 16}]")).isEqualTo(List.of(1024, 0.5, 4.0));
        assertThat(value(mongo, "[{$max: [1, 5, 3]}, {$min: '$a'}, {$sum: '$a'}, {$avg: [1, 2]}, {$sum: ['$i', 'x']}]"))
                .isEqualTo(List.of(5, 1, 6, 1.5, 7));
        assertThat(codeOf(() -> value(mongo, "{$divide: ['$i', 0]}"))).isIn(2, 16608);
        assertThat(codeOf(() -> value(mongo, "{$add: ['$s', 1]}"))).isIn(14, 16554);
    }

    @Contract
    void decides(Mongo mongo) {
        mongo.insert(SUBJECT);
        assertThat(value(mongo, "{$cond: [{$gte: ['$i', 7]}, 'yes', 'no']}")).isEqualTo("yes");
        assertThat(value(mongo, "{$cond: {if: '$n', then: 1, else: 2}}")).isEqualTo(2);
        assertThat(value(mongo, "{$ifNull: ['$n', '$none', 'x']}")).isEqualTo("x");
        assertThat(value(mongo,
                "{$switch: {branches: [{case: {$lt: ['$i', 5]}, then: 'low'}, {case: {$lt: ['$i', 10]}, then: 'mid'}], default: 'high'}}"))
                .isEqualTo("mid");
        assertThat(codeOf(() -> value(mongo, "{$switch: {branches: [{case: false, then: 1}]}}"))).isEqualTo(40066);
        assertThat(value(mongo, "[{$and: ['$t', 1]}, {$and: []}, {$or: [0, '$n']}, {$not: ['$none']}]"))
                .isEqualTo(List.of(true, true, false, true));
        assertThat(value(mongo,
                "[{$cmp: [1, 'a']}, {$eq: [1, 1.0]}, {$lt: [null, 0]}, {$gt: ['$none', null]}, {$ne: ['$a', [3, 1, 2]]}]"))
                .isEqualTo(List.of(-1, true, true, false, false));
        assertThat(value(mongo, "{$let: {vars: {x: '$i', y: 2}, in: {$multiply: ['$$x', '$$y']}}}")).isEqualTo(14);
        assertThat(value(mongo, "{$literal: '$i'}")).isEqualTo("$i");
    }

    @Contract
    void worksOnArrays(Mongo mongo) {
        mongo.insert(SUBJECT);
        assertThat(value(mongo,
                "[{$arrayElemAt: ['$a', 0]}, {$arrayElemAt: ['$a', -1]}, {$first: '$a'}, {$last: '$a'}, {$size: '$a'}]"))
                .isEqualTo(List.of(3, 2, 3, 2, 3));
        assertThat(value(mongo, "{$arrayElemAt: ['$a', 9]}")).isNull();
        assertThat(value(mongo, "{$concatArrays: ['$a', [9]]}")).isEqualTo(List.of(3, 1, 2, 9));
        assertThat(value(mongo, "{$filter: {input: '$docs', as: 'd', cond: {$gt: ['$$d.v', 1]}}}"))
                .isEqualTo(jsons("{k: 'y', v: 2}"));
        assertThat(value(mongo, "{$map: {input: '$a', in: {$add: ['$$this', '$i']}}}")).isEqualTo(List.of(10, 8, 9));
        assertThat(value(mongo, "{$reduce: {input: '$a', initialValue: 0, in: {$add: ['$$value', '$$this']}}}"))
                .isEqualTo(6);
        assertThat(value(mongo, "{$slice: ['$a', 1, 2]}")).isEqualTo(List.of(1, 2));
        assertThat(value(mongo, "{$slice: ['$a', -2]}")).isEqualTo(List.of(1, 2));
        assertThat(value(mongo, "[{$in: [2, '$a']}, {$indexOfArray: ['$a', 2]}, {$isArray: '$a'}, {$isArray: ['$s']}]"))
                .isEqualTo(List.of(true, 2, true, false));
        assertThat(value(mongo, "{$reverseArray: '$a'}")).isEqualTo(List.of(2, 1, 3));
        assertThat(value(mongo, "{$sortArray: {input: '$a', sortBy: 1}}")).isEqualTo(List.of(1, 2, 3));
        assertThat(value(mongo, "{$sortArray: {input: '$docs', sortBy: {v: -1}}}"))
                .isEqualTo(jsons("{k: 'y', v: 2}", "{k: 'x', v: 1}"));
        assertThat(value(mongo, "{$range: [0, 6, 2]}")).isEqualTo(List.of(0, 2, 4));
        assertThat(value(mongo, "{$zip: {inputs: ['$a', ['x', 'y']], useLongestLength: true, defaults: [0, '-']}}"))
                .isEqualTo(List.of(List.of(3, "x"), List.of(1, "y"), List.of(2, "-")));
        assertThat(value(mongo, "'$docs.k'")).isEqualTo(List.of("x", "y"));
        assertThat(value(mongo, "['$none', 1]")).isEqualTo(Arrays.asList(null, 1));
        assertThat(value(mongo, "{$setDifference: ['$a', [1]]}")).isEqualTo(List.of(3, 2));
        assertThat(value(mongo,
                "[{$setIsSubset: [[1], '$a']}, {$setEquals: ['$a', [1, 2, 3, 1]]}, {$allElementsTrue: ['$a']}]"))
                .isEqualTo(List.of(true, true, true));
        assertThat((List<?>) value(mongo, "{$setUnion: ['$a', [5, 1]]}")).asList().containsExactlyInAnyOrder(1, 2, 3,
                5);
        assertThat((List<?>) value(mongo, "{$setIntersection: ['$a', [2, 5, 1]]}")).asList()
                .containsExactlyInAnyOrder(1, 2);
        assertThat(value(mongo, "{$maxN: {n: 2, input: '$a'}}")).isEqualTo(List.of(3, 2));
        assertThat(codeOf(() -> value(mongo, "{$size: '$s'}"))).isEqualTo(17124);
    }

    @Contract
    void worksOnText(Mongo mongo) {
        mongo.insert(SUBJECT);
        assertThat(value(mongo, "{$concat: ['$s', '-', {$toString: '$i'}]}")).isEqualTo("Hello-7");
        assertThat(value(mongo, "{$concat: ['$s', '$n']}")).isNull();
        assertThat(value(mongo, "[{$toUpper: '$s'}, {$toLower: '$s'}, {$toUpper: '$n'}]"))
                .isEqualTo(List.of("HELLO", "hello", ""));
        assertThat(value(mongo, "[{$strLenCP: '$z'}, {$strLenBytes: '$z'}]")).isEqualTo(List.of(4, 8));
        assertThat(value(mongo, "[{$substrCP: ['$z', 1, 2]}, {$substrBytes: ['$s', 1, 3]}, {$substr: ['$s', 0, -1]}]"))
                .isEqualTo(List.of("文a", "ell", "Hello"));
        assertThat(value(mongo, "[{$indexOfCP: ['$z', 'a']}, {$indexOfBytes: ['$z', 'a']}, {$indexOfCP: ['$s', 'z']}]"))
                .isEqualTo(List.of(2, 6, -1));
        assertThat(value(mongo, "{$split: ['a-b-c', '-']}")).isEqualTo(List.of("a", "b", "c"));
        assertThat(value(mongo,
                "[{$trim: {input: '  x '}}, {$ltrim: {input: 'xxy', chars: 'x'}}, {$rtrim: {input: 'y!!', chars: '!'}}]"))
                .isEqualTo(List.of("x", "y", "y"));
        assertThat(value(mongo,
                "[{$replaceOne: {input: 'aXaX', find: 'X', replacement: '-'}}, {$replaceAll: {input: 'aXaX', find: 'X', replacement: '-'}}]"))
                .isEqualTo(List.of("a-aX", "a-a-"));
        assertThat(value(mongo, "{$regexMatch: {input: '$s', regex: '^he', options: 'i'}}")).isEqualTo(true);
        assertThat(value(mongo, "{$regexMatch: {input: '$n', regex: /x/}}")).isEqualTo(false);
        assertThat(value(mongo, "{$regexFind: {input: '$z', regex: /(文)(a)?/}}"))
                .isEqualTo(json("{match: '文a', idx: 1, captures: ['文', 'a']}"));
        assertThat((List<?>) value(mongo, "{$regexFindAll: {input: 'a1b2', regex: /[0-9]/}}")).hasSize(2);
        assertThat(value(mongo, "{$strcasecmp: ['$s', 'HELLO']}")).isEqualTo(0);
    }

    @Contract
    void worksOnObjects(Mongo mongo) {
        mongo.insert(SUBJECT);
        assertThat(value(mongo, "{$mergeObjects: ['$o', {q: 2, w: 3}, null]}")).isEqualTo(json("{p: 1, q: 2, w: 3}"));
        assertThat(value(mongo, "{$mergeObjects: '$docs'}")).isEqualTo(json("{k: 'y', v: 2}"));
        assertThat(value(mongo, "{$objectToArray: '$o'}")).isEqualTo(jsons("{k: 'p', v: 1}", "{k: 'q', v: 'r'}"));
        assertThat(value(mongo, "{$arrayToObject: [[['a', 1], ['b', '$i']]]}")).isEqualTo(json("{a: 1, b: 7}"));
        assertThat(value(mongo, "{$arrayToObject: '$docs'}")).isEqualTo(json("{x: 1, y: 2}"));
        assertThat(value(mongo, "{a: '$i', none: '$none', n: {b: '$s'}}")).isEqualTo(json("{a: 7, n: {b: 'Hello'}}"));
        assertThat(value(mongo, "{$getField: {field: 'p', input: '$o'}}")).isEqualTo(1);
        assertThat(value(mongo, "{$setField: {field: 'a.b', input: '$o', value: 5}}"))
                .isEqualTo(new Document("p", 1).append("q", "r").append("a.b", 5));
    }

    @Contract
    void converts(Mongo mongo) {
        mongo.insert(SUBJECT);
        assertThat(value(mongo,
                "[{$toInt: '12'}, {$toInt: 3.9}, {$toDouble: '1.5'}, {$toLong: 5}, {$toBool: 'x'}, {$toBool: 0}]"))
                .isEqualTo(List.of(12, 3, 1.5, 5L, true, false));
        assertThat(value(mongo, "[{$toString: 1.5}, {$toString: 2.0}, {$toString: true}, {$toString: '$at'}]"))
                .isEqualTo(List.of("1.5", "2", "true", "2026-03-29T00:30:00.123Z"));
        assertThat(value(mongo, "{$toDecimal: '1103.90'}")).isEqualTo(Decimal128.parse("1103.90"));
        assertThat(value(mongo, "{$toDate: '2026-03-29T00:30:00.123Z'}")).isEqualTo(new Date(1774744200123L));
        assertThat(value(mongo, "{$convert: {input: 'x', to: 'int', onError: -1}}")).isEqualTo(-1);
        assertThat(value(mongo, "{$convert: {input: null, to: 'int', onNull: 0}}")).isEqualTo(0);
        assertThat(value(mongo, "[{$type: '$i'}, {$type: '$none'}, {$type: '$a'}, {$type: '$at'}, {$type: '$c'}]"))
                .isEqualTo(List.of("int", "missing", "array", "date", "decimal"));
        assertThat(value(mongo, "[{$isNumber: '$d'}, {$isNumber: '$s'}]")).isEqualTo(List.of(true, false));
        assertThat(codeOf(() -> value(mongo, "{$toInt: 'x'}"))).isEqualTo(241);
    }

    @Contract
    void readsParts(Mongo mongo) {
        mongo.insert(SUBJECT);
        assertThat(value(mongo,
                "[{$year: '$at'}, {$month: '$at'}, {$dayOfMonth: '$at'}, {$hour: '$at'}, {$minute: '$at'}, {$second: '$at'}, {$millisecond: '$at'}]"))
                .isEqualTo(List.of(2026, 3, 29, 0, 30, 0, 123));
        assertThat(value(mongo,
                "[{$dayOfWeek: '$at'}, {$isoDayOfWeek: '$at'}, {$dayOfYear: '$at'}, {$week: '$at'}, {$isoWeek: '$at'}]"))
                .isEqualTo(List.of(1, 7, 88, 13, 13));
        assertThat(value(mongo, "{$hour: {date: '$at', timezone: 'Asia/Shanghai'}}")).isEqualTo(8);
        assertThat(value(mongo, "{$dateToParts: {date: '$at', timezone: '+05:30'}}"))
                .isEqualTo(json("{year: 2026, month: 3, day: 29, hour: 6, minute: 0, second: 0, millisecond: 123}"));
        assertThat(value(mongo, "{$dateFromParts: {year: 2026, month: 3, day: 29, timezone: 'Asia/Shanghai'}}"))
                .isEqualTo(new Date(1774713600000L));
        assertThat(value(mongo, "{$year: '$n'}")).isNull();
        assertThat(codeOf(() -> value(mongo, "{$year: '$s'}"))).isEqualTo(16006);
    }

    @Contract
    void writesDatesInAnyZone(Mongo mongo) {
        mongo.insert(SUBJECT);
        assertThat(value(mongo, "{$dateToString: {date: '$at'}}")).isEqualTo("2026-03-29T00:30:00.123Z");
        assertThat(
                value(mongo, "{$dateToString: {date: '$at', format: '%Y-%m-%d %H:%M:%S', timezone: 'Asia/Shanghai'}}"))
                .isEqualTo("2026-03-29 08:30:00");
        assertThat(
                value(mongo, "{$dateToString: {date: '$at', format: '%G-W%V-%u %j %z', timezone: 'America/New_York'}}"))
                .isEqualTo("2026-W13-6 087 -0400");
        assertThat(value(mongo, "{$dateToString: {date: '$n', onNull: '-'}}")).isEqualTo("-");
        assertThat(value(mongo,
                "{$dateFromString: {dateString: '2026-03-29 08:30', format: '%Y-%m-%d %H:%M', timezone: 'Asia/Shanghai'}}"))
                .isEqualTo(new Date(1774744200000L));
        assertThat(value(mongo, "{$dateFromString: {dateString: 'soon', onError: 'bad'}}")).isEqualTo("bad");
        assertThat(codeOf(() -> value(mongo, "{$dateToString: {date: '$at', timezone: 'Moon'}}"))).isEqualTo(40485);
    }

    @Contract
    void truncatesDates(Mongo mongo) {
        mongo.insert(SUBJECT);
        String format = "{$dateToString: {date: {$dateTrunc: %s}, format: '%%Y-%%m-%%d %%H:%%M'}}";
        assertThat(value(mongo, format.formatted("{date: '$at', unit: 'day'}"))).isEqualTo("2026-03-29 00:00");
        assertThat(value(mongo, format.formatted("{date: '$at', unit: 'day', timezone: 'Asia/Shanghai'}")))
                .isEqualTo("2026-03-28 16:00");
        assertThat(value(mongo, format.formatted("{date: '$at', unit: 'month', timezone: 'America/New_York'}")))
                .isEqualTo("2026-03-01 05:00");
        assertThat(value(mongo, format.formatted("{date: '$at', unit: 'week', startOfWeek: 'monday'}")))
                .isEqualTo("2026-03-23 00:00");
        assertThat(value(mongo, format.formatted("{date: '$at', unit: 'week'}"))).isEqualTo("2026-03-29 00:00");
        assertThat(value(mongo, format.formatted("{date: '$at', unit: 'quarter'}"))).isEqualTo("2026-01-01 00:00");
        assertThat(value(mongo, format.formatted("{date: '$at', unit: 'year'}"))).isEqualTo("2026-01-01 00:00");
        assertThat(value(mongo, format.formatted("{date: '$at', unit: 'minute', binSize: 20}")))
                .isEqualTo("2026-03-29 00:20");
        assertThat(value(mongo, format.formatted("{date: '$at', unit: 'hour', binSize: 6, timezone: 'Asia/Shanghai'}")))
                .isEqualTo("2026-03-28 22:00");
        assertThat(value(mongo, "{$dateTrunc: {date: '$n', unit: 'day'}}")).isNull();
        assertThat(codeOf(() -> value(mongo, "{$dateTrunc: {date: '$at', unit: 'eon'}}"))).isIn(9, 5439014);
    }

    @Contract
    void countsBoundariesBetweenDates(Mongo mongo) {
        mongo.insert("{_id: 1, a: {$date: '2026-01-31T23:30:00Z'}, b: {$date: '2026-03-01T00:15:00Z'}}");
        assertThat(value(mongo, "{$dateDiff: {startDate: '$a', endDate: '$b', unit: 'day'}}")).isEqualTo(29L);
        assertThat(value(mongo, "{$dateDiff: {startDate: '$a', endDate: '$b', unit: 'month'}}")).isEqualTo(2L);
        assertThat(
                value(mongo, "{$dateDiff: {startDate: '$a', endDate: '$b', unit: 'month', timezone: 'Asia/Shanghai'}}"))
                .isEqualTo(1L);
        assertThat(value(mongo, "{$dateDiff: {startDate: '$a', endDate: '$b', unit: 'hour'}}")).isEqualTo(673L);
        assertThat(value(mongo, "{$dateDiff: {startDate: '$b', endDate: '$a', unit: 'week', startOfWeek: 'mon'}}"))
                .isEqualTo(-4L);
        assertThat(value(mongo, "{$dateAdd: {startDate: '$a', unit: 'month', amount: 1}}"))
                .isEqualTo(Date.from(Instant.parse("2026-02-28T23:30:00Z")));
        assertThat(value(mongo, "{$dateSubtract: {startDate: '$b', unit: 'hour', amount: 2}}"))
                .isEqualTo(Date.from(Instant.parse("2026-02-28T22:15:00Z")));
    }
}
