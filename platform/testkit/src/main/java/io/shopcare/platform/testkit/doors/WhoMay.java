package io.shopcare.platform.testkit.doors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what at a service, as its {@code who-may.yaml} says: a row for every operation of its OpenAPI document.
 *
 * <pre>
 * GET /api/order/orders/{id}: {may: [buyer, staff, service]}
 * </pre>
 *
 * Who is named gets in for what is of their shop (a buyer: for what is their own), and 404 for everything else. Who is not
 * named is told 403.
 */
public final class WhoMay {
    /** Roles of people who work in a shop. */
    public static final List<String> STAFF = List.of("presales", "auditor", "finance", "waybill-clerk", "picker",
            "inspector", "packer", "weigher", "store-keeper", "aftersales", "crm", "department", "supervisor",
            "manager", "admin");
    /** Everybody who has a token. */
    public static final List<String> ROLES = Stream
            .concat(STAFF.stream(), Stream.of("buyer", "visitor", "service")).toList();
    private static final String OPEN = "open";
    /** What may be open at all: tokens for anonymous buyers, signed call-backs, links with a one-time token. */
    private static final Pattern MAY_BE_OPEN = Pattern
            .compile("\\w+ /api/\\w+/(visitor-tokens|(provider|carrier)-callbacks/.+|(surveys|unsubscriptions)/.+)");

    /** What somebody who may is answered about what is not of their shop, or not their own. */
    public enum Elsewhere {
        /** There is no such thing. */
        @JsonProperty("404")
        NOT_FOUND,
        /** A list with nothing in it. */
        @JsonProperty("empty")
        EMPTY,
        /** The same as everybody: it is about the caller, or about no shop. */
        @JsonProperty("alike")
        ALIKE
    }

    /**
     * @param may       roles that get in; {@code staff} is all of the shop's people, {@code open} needs no token
     * @param unseen    roles that are told 404 instead of 403, because they see nothing of the kind
     * @param elsewhere for those who may
     * @param costly    whether it sets so much in motion that tests of a service leave it be
     * @param shared    whether it is the shop's and no buyer's, so that all of the shop's buyers see it alike
     * @param keyless   whether it acts by POST and yet takes no {@code Idempotency-Key}, because a repeat does no harm
     * @param sometimes whether it is there for some things only, so that who may is told 404 where there is none
     */
    public record Row(List<String> may, @Nullable List<String> unseen, @Nullable Elsewhere elsewhere, boolean costly,
            boolean shared, boolean keyless, boolean sometimes) {
        /** Whether it needs no person's token. */
        public boolean isOpen() {
            return may.contains(OPEN);
        }

        /** Whether somebody with this role gets in. */
        public boolean lets(String role) {
            return may.contains(role) || may.contains("staff") && STAFF.contains(role);
        }

        /** Whether somebody with this role is told that there is nothing. */
        public boolean hidesFrom(String role) {
            return unseen != null && (unseen.contains(role) || unseen.contains("staff") && STAFF.contains(role));
        }

        Elsewhere outside() {
            return elsewhere == null ? Elsewhere.NOT_FOUND : elsewhere;
        }
    }

    private final Map<String, Row> rows;

    private WhoMay(Map<String, Row> rows) {
        this.rows = rows;
    }

    /** The table of the service on the class path, with the platform's own rows. */
    public static WhoMay ofThisService() {
        try (var own = resource("who-may.yaml")) {
            return read(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table in a file, with the platform's own rows. */
    public static WhoMay in(Path file) {
        try (var own = Files.newInputStream(file)) {
            return read(own);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    static WhoMay read(InputStream own) throws IOException {
        var type = new TypeReference<Map<String, Row>>() {
        };
        var rows = new TreeMap<>(new YAMLMapper().readValue(own, type));
        try (var shared = resource("who-may-admin.yaml")) {
            rows.putAll(new YAMLMapper().readValue(shared, type));
        }
        return new WhoMay(rows);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(WhoMay.class.getClassLoader().getResourceAsStream(name),
                () -> "there is no " + name + " on the class path");
    }

    /** The row of an operation, as {@code GET /api/order/orders/{id}}. */
    public Optional<Row> row(String operation) {
        return Optional.ofNullable(rows.get(operation))
                .or(() -> Optional.ofNullable(rows.get(operation.replaceFirst("/api/\\w+/", "/api/*/"))));
    }

    /** What does not fit between the table and a service's OpenAPI document, a line each, with what to do. */
    public List<String> misfits(JsonNode document) {
        var operations = Operation.allOf(document).stream().map(Operation::name).collect(Collectors.toSet());
        var misfits = new ArrayList<String>();
        operations.stream().sorted().filter(name -> row(name).isEmpty())
                .forEach(name -> misfits.add("no row in src/main/resources/who-may.yaml says who may: add\n  " + name
                        + ": {may: [buyer, staff, service]}"));
        rows.forEach((name, row) -> {
            if (!name.contains("/api/*/") && !operations.contains(name))
                misfits.add("a row of who-may.yaml is about nothing: " + name);
            if (row.isOpen() && !MAY_BE_OPEN.matcher(name).matches())
                misfits.add("open without a token, and not one of those that may be: " + name);
            unknown(row).forEach(role -> misfits.add(name + " names a role that nobody has: " + role));
        });
        return misfits;
    }

    private static Set<String> unknown(Row row) {
        return Stream.concat(row.may().stream(), Optional.ofNullable(row.unseen()).stream().flatMap(List::stream))
                .filter(role -> !ROLES.contains(role) && !role.equals("staff") && !role.equals(OPEN))
                .collect(Collectors.toSet());
    }
}
