package io.shopcare.mongo.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

import io.shopcare.mongo.values.Code;

/** One operator of the expression language: checks its argument and gives what is to be evaluated. */
interface Operator {
    Expression parse(String name, @Nullable Object argument, Names names);

    /** What an operator does with the values of its operands. */
    interface Positional {
        @Nullable
        Object apply(Operands operands);
    }

    /** What an operator does with its named arguments. */
    interface Named {
        @Nullable
        Object apply(Arguments arguments);
    }

    int ANY = Integer.MAX_VALUE;

    static Operator of(int count, Positional body) {
        return of(count, count, body);
    }

    static Operator of(int least, int most, Positional body) {
        return (name, argument, names) -> {
            List<Expression> operands = operands(name, argument, names, least, most);
            return scope -> body.apply(Operands.evaluate(name, operands, scope));
        };
    }

    static List<Expression> operands(String name, @Nullable Object argument, Names names, int least, int most) {
        Collection<?> sources = argument instanceof Collection<?> several ? several : Arrays.asList(argument);
        if (sources.size() < least || sources.size() > most) {
            if (least == most) {
                throw Code.location(16020, "Expression " + name + " takes exactly " + least + " arguments. "
                        + sources.size() + " were passed in.");
            }
            throw Code.location(28667, "Expression " + name + " takes at least " + least + " arguments"
                    + (most == ANY ? "" : ", and at most " + most) + ", but " + sources.size() + " were passed in.");
        }
        return Parser.parseAll(sources, names);
    }

    static Operator named(Set<String> required, Set<String> optional, Named body) {
        return (name, argument, names) -> {
            Map<String, Expression> parsed = new LinkedHashMap<>();
            fields(name, argument, required, optional)
                    .forEach((field, value) -> parsed.put(field, Parser.parse(value, names)));
            return scope -> body.apply(new Arguments(name, parsed, scope));
        };
    }

    /** The argument as an object with these fields and no others. */
    static Document fields(String name, @Nullable Object argument, Set<String> required, Set<String> optional) {
        if (!(argument instanceof Document document)) {
            throw Code.FAILED_TO_PARSE.error(name + " only supports an object as its argument");
        }
        for (String field : document.keySet()) {
            if (!required.contains(field) && !optional.contains(field)) {
                throw Code.FAILED_TO_PARSE.error("Unrecognized argument to " + name + ": " + field);
            }
        }
        List<String> missing = new ArrayList<>(required);
        missing.removeAll(document.keySet());
        if (!missing.isEmpty()) {
            throw Code.FAILED_TO_PARSE.error("Missing '" + missing.getFirst() + "' parameter to " + name);
        }
        return document;
    }
}
