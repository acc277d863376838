package io.shopcare.presale.routing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Decision;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Etags;
import io.shopcare.presale.conversations.Language;

/** Agents say whether they are there. */
@RestController
@RequestMapping("/api/presale")
@Tag(name = "routing")
class PresenceController {
    private final AggregateStore<Agent> store;
    private final Roster roster;
    private final RoutingDesk desk;
    private final RoutingSettings settings;

    PresenceController(AggregateStore<Agent> agentStore, Roster roster, RoutingDesk desk, RoutingSettings settings) {
        this.store = agentStore;
        this.roster = roster;
        this.desk = desk;
        this.settings = settings;
    }

    record Present(@NotNull @Schema(example = "online") Presence state,
            @Nullable @Min(1) @Schema(description = "most conversations at a time", example = "5") Integer capacity,
            @Nullable @Size(max = 2) @Schema(example = "[\"zh-CN\",\"en\"]") Set<String> languages,
            @Nullable @Size(min = 1, max = 60) @Schema(description = "name that buyers see", example = "小美") String displayName) {}

    record AgentView(@Schema(example = "mei") String personId, @Nullable String displayName, Presence state,
            int capacity, Set<String> languages, int conversations, List<Presence> nextStates) {
        static AgentView of(Agent agent) {
            return new AgentView(agent.personId(), agent.displayName(), agent.presence(), agent.capacity(),
                    agent.languages(), agent.places().size(), agent.presence().next().stream().sorted().toList());
        }
    }

    @PutMapping("/presence")
    @PreAuthorize("hasAnyRole('presales', 'supervisor')")
    @Operation(summary = "Come, be busy, leave", description = "Who is online gets conversations up to the capacity; who leaves keeps those they have.")
    ResponseEntity<AgentView> present(@RequestParam String shop, @Valid @RequestBody Present body, Person person,
            CommandContext context) {
        var id = Agent.idOf(inShop(person, shop), person.id());
        var stored = store.decideOrCreate(id, context,
                () -> changed(Agent.absent(shop, person.id()), body), agent -> changed(agent, body)).orThrow().stored();
        desk.call(shop);
        return answer(stored);
    }

    private Decision<Agent> changed(Agent agent, Present body) {
        int capacity = body.capacity() != null
                ? body.capacity()
                : agent.capacity() > 0 ? agent.capacity() : settings.capacity();
        if (capacity > settings.mostCapacity())
            throw new InvalidFieldException(List.of(new FieldProblem("capacity", "too-large",
                    Map.of("max", settings.mostCapacity()))), null);
        return agent.present(body.state(), capacity, languages(agent, body.languages()),
                body.displayName() != null ? body.displayName() : agent.displayName());
    }

    private static Set<String> languages(Agent agent, @Nullable Set<String> asked) {
        if (asked == null || asked.isEmpty())
            return agent.languages().isEmpty() ? Language.ALL : agent.languages();
        return asked.stream().map(Language::of).collect(Collectors.toSet());
    }

    @GetMapping("/presence")
    @PreAuthorize("hasAnyRole('presales', 'supervisor')")
    @Operation(summary = "How the caller stands in a shop")
    ResponseEntity<AgentView> own(@RequestParam String shop, Person person) {
        return answer(store.find(Agent.idOf(inShop(person, shop), person.id()))
                .orElseThrow(ProblemException::notFound));
    }

    @GetMapping("/agents")
    @PreAuthorize("hasRole('supervisor')")
    @Operation(summary = "Who is online in a shop, and how loaded")
    List<AgentView> online(@RequestParam String shop, Person person) {
        return roster.online(inShop(person, shop)).stream().map(AgentView::of).toList();
    }

    private static String inShop(Person person, String shop) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        return shop;
    }

    private static ResponseEntity<AgentView> answer(Stored<Agent> stored) {
        return Etags.ok(stored, AgentView.of(stored.aggregate()));
    }
}
