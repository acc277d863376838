package io.shopcare.standalone.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("G3: Keycloak's realm holds the same people and clients as the local provider")
class TheRealmTest {
    private static JsonNode realm;
    private static JsonNode local;

    @BeforeAll
    static void read() throws IOException {
        realm = new ObjectMapper().readTree(Path.of("..", "deploy", "keycloak", "shopcare-realm.json").toFile());
        try (var settings = TheRealmTest.class.getResourceAsStream("/application.yml")) {
            local = new ObjectMapper().valueToTree(new Yaml().load(settings)).at("/shopcare/identity");
        }
    }

    @Test
    void hasTheSamePeople() {
        var people = new TreeMap<String, List<String>>();
        local.path("people").forEach(person -> people.put(person.path("name").asText(), List.of(
                texts(person.path("roles")), texts(person.path("shops")), person.path("channel").asText(), person
                        .path("locale").asText())));
        var users = new TreeMap<String, List<String>>();
        realm.path("users").forEach(user -> {
            if (!user.has("serviceAccountClientId"))
                users.put(user.path("username").asText(), List.of(texts(user.path("realmRoles")), texts(user.at(
                        "/attributes/shops")), user.at("/attributes/channel/0").asText(), user
                                .at(
                                        "/attributes/locale/0")
                                .asText()));
        });
        assertThat(users).isEqualTo(people);
    }

    @Test
    void letsTheSameProgramsIn() {
        var secrets = new TreeMap<String, String>();
        local.path("services").forEach(service -> secrets.put(service.path("id").asText(), service.path("secret")
                .asText()));
        var clients = new TreeMap<String, String>();
        realm.path("clients").forEach(client -> {
            if (client.path("serviceAccountsEnabled").asBoolean())
                clients.put(client.path("clientId").asText(), client.path("secret").asText());
        });
        assertThat(clients).isEqualTo(secrets);
        assertThat(realm.path("users").findValuesAsText("serviceAccountClientId")).containsExactlyInAnyOrderElementsOf(
                secrets.keySet());
    }

    @Test
    @DisplayName("G2: programs may do the same, and no more, with tokens of either provider")
    void letsProgramsDoTheSame() {
        var here = new TreeMap<String, String>();
        local.path("services").forEach(service -> here.put(service.path("id").asText(), texts(service.path("scopes"))));
        var there = new TreeMap<String, String>();
        realm.path("clients").forEach(client -> {
            if (client.path("serviceAccountsEnabled").asBoolean())
                there.put(client.path("clientId").asText(), StreamSupport.stream(client.path("defaultClientScopes")
                        .spliterator(), false).map(JsonNode::asText).filter(scope -> scope.contains(":")).sorted()
                        .toList().toString());
        });
        assertThat(there).isEqualTo(here);
        assertThat(realm.path("clientScopes").findValuesAsText("name")).containsAll(here.values().stream()
                .flatMap(scopes -> Stream.of(scopes.replaceAll("[\\[\\]]", "").split(", "))).filter(Predicate.not(
                        String::isEmpty))
                .toList());
    }

    @Test
    void signsPeopleInWithPkceAtTheDocuments() {
        var docs = StreamSupport.stream(realm.path("clients").spliterator(), false).filter(client -> client.path(
                "clientId").asText().equals("shopcare-docs")).findFirst().orElseThrow();
        assertThat(docs.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(docs.path("publicClient").asBoolean()).isTrue();
    }

    private static String texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).sorted().toList().toString();
    }
}
