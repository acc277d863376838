package io.shopcare.platform.sample;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.money.Money;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.AggregateStore;
import io.shopcare.platform.store.Stored;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Etags;

@RestController
@RequestMapping("/api/boxes")
class BoxController {
    enum Colour {
        RED, BLUE
    }

    record NewBox(@NotBlank @Size(max = 10) String shop, @Max(50) int room, @NotNull Colour colour, Money worth) {}

    record NewThing(@NotBlank String name) {}

    /** Opened when a slow request has begun. */
    static final CountDownLatch UNDER_WAY = new CountDownLatch(1);

    private final AggregateStore<Box> boxes;
    private final Clock clock;

    BoxController(AggregateStore<Box> boxes, Clock clock) {
        this.boxes = boxes;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Map<String, Object>> open(@RequestBody @Valid NewBox box, Person person, CommandContext context) {
        var opened = boxes.create(context.newId(), context,
                () -> Box.open(box.shop(), person.id(), box.room(), clock.instant())).orThrow();
        return Etags.created(java.net.URI.create("/api/boxes/" + opened.stored().id()), opened.stored(),
                view(opened.stored()));
    }

    @PostMapping("/{id}/things")
    @PreAuthorize("hasRole('packer')")
    ResponseEntity<Map<String, Object>> put(@PathVariable String id, @RequestBody @Valid NewThing thing,
            CommandContext context) {
        var put = boxes.decide(id, context, box -> box.put(thing.name())).orThrow();
        return Etags.ok(put.stored(), Map.of("number", put.answers().get("number")));
    }

    /** Takes its time, as a request does that is under way when the program is told to stop. */
    @PostMapping("/slow")
    Map<String, Object> slow(CommandContext context) throws InterruptedException {
        UNDER_WAY.countDown();
        new CountDownLatch(1).await(700, TimeUnit.MILLISECONDS);
        var opened = boxes.create(context.newId(), context, () -> Box.open("s", "o", 1, clock.instant())).orThrow();
        return Map.of("id", opened.stored().id());
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> get(@PathVariable String id, Person person) {
        var box = boxes.find(id).filter(found -> person.isIn(found.aggregate().shop()))
                .orElseThrow(ProblemException::notFound);
        return Etags.ok(box, view(box));
    }

    @GetMapping
    List<String> list(@RequestParam(defaultValue = "20") int limit, @RequestParam(required = false) String after) {
        Cursor.read(after, 1);
        return List.of(Integer.toString(limit));
    }

    @GetMapping("/defect")
    void defect() {
        throw new IllegalStateException("secret detail");
    }

    private static Map<String, Object> view(Stored<Box> box) {
        return Map.of("id", box.id(), "things", box.aggregate().things(), "worth", box.aggregate().worth());
    }
}
