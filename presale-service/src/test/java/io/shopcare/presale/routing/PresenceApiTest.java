package io.shopcare.presale.routing;

import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import io.shopcare.platform.testkit.services.TestPerson;
import io.shopcare.presale.PresaleTest;

import static org.assertj.core.api.Assertions.assertThat;

class PresenceApiTest extends PresaleTest {
    private String path() {
        return "/api/presale/presence?shop=" + shop;
    }

    @Test
    void comesAndGoes() {
        var mei = agent("mei");
        api.as(mei).get(path()).expect(404);
        var here = api.as(mei).put(path(), Map.of("state", "online", "displayName", "小美")).expect(200);
        assertThat(here.at("/capacity")).isEqualTo("5");
        assertThat(here.json().at("/nextStates").toString()).contains("busy", "away", "offline");
        assertThat(api.as(mei).put(path(), Map.of("state", "offline")).expect(200).at("/displayName")).isEqualTo("小美");
        assertThat(api.as(mei).with("Accept-Language", "en").put(path(), Map.of("state", "busy")).expect(409)
                .at("/detail")).contains("come online first");
        assertThat(api.as(mei).get(path()).expect(200).at("/state")).isEqualTo("offline");
    }

    @Test
    void refusesWhatIsNotTheirs() {
        api.as(buyer("lin")).put(path(), Map.of("state", "online")).expect(403);
        api.as(TestPerson.staff("jun", "presales", "elsewhere")).put(path(), Map.of("state", "online")).expect(404);
        api.as(agent("mei")).put(path(), Map.of("state", "online", "capacity", 51)).expect(400);
        api.as(agent("mei")).put(path(), Map.of("state", "online", "capacity", 0)).expect(400);
        api.as(agent("mei")).get("/api/presale/agents?shop=" + shop).expect(403);
    }

    @Test
    @DisplayName("P2: a buyer in the queue sees their own place, kept up to date")
    void placesInTheQueue() {
        var first = asks(buyer("a"), "在吗?").expect(201);
        var second = asks(buyer("b"), "在吗?").expect(201);
        assertThat(first.at("/position")).isEqualTo("1");
        assertThat(second.at("/position")).isEqualTo("2");
        var mei = agent("mei");
        comesOnline(mei, 1);
        until("the first is given", () -> state(mei, first.at("/id")).equals("active"));
        assertThat(api.as(buyer("b")).get("/api/presale/conversations/" + second.at("/id")).at("/position"))
                .isEqualTo("1");
        assertThat(api.as(supervisor("zhu")).get("/api/presale/agents?shop=" + shop).json().at("/0/conversations")
                .asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("P4: a buyer who writes again comes back to the agent who had them, within the capacity")
    void comesBack() {
        var lin = buyer("lin");
        var mei = agent("mei");
        var id = anActiveConversation(lin, mei);
        says(mei, id, "有货的").expect(201);
        api.as(mei).post("/api/presale/conversations/" + id + "/wrap-up",
                Map.of("need", "stock", "process", "x", "solution", "y", "solved", true)).expect(200);
        says(lin, id, "再问一下").expect(201);
        until("reopened", () -> state(mei, id).equals("active"));
        assertThat(api.as(mei).get(path()).at("/conversations")).isEqualTo("1");
    }
}
