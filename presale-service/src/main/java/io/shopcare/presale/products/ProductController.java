package io.shopcare.presale.products;

import java.time.Clock;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.platform.calls.Answer;
import io.shopcare.platform.calls.Calls;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.presale.answers.Part;

/** Product cards (P8, thin): live stock, or the last known figure with its age. */
@RestController
@Tag(name = "products")
class ProductController {
    private final StockClient client;
    private final KnownStock known;
    private final Calls calls;
    private final Clock clock;

    ProductController(StockClient client, KnownStock known, Calls calls, Clock clock) {
        this.client = client;
        this.known = known;
        this.calls = calls;
        this.clock = clock;
    }

    @GetMapping("/api/presale/products/{sku}")
    @PreAuthorize("hasAnyRole('buyer', 'visitor', 'presales', 'supervisor')")
    @Operation(summary = "A product card with live stock", description = "When order-service is away: availability is copy, with asOf and ageSeconds, or not-available.")
    Part<ProductCard> card(@PathVariable String sku, @RequestParam String shop, Person person) {
        if (!person.isIn(shop))
            throw ProblemException.notFound();
        var answer = orCopy(calls.ask("order-service", () -> client.sku(sku, shop)), shop, sku);
        if (answer instanceof Answer.Fresh<Optional<ProductCard>>(var card) && card.isEmpty())
            throw ProblemException.notFound();
        return Part.of(answer, clock.instant());
    }

    private Answer<Optional<ProductCard>> orCopy(Answer<Optional<ProductCard>> answer, String shop, String sku) {
        return answer instanceof Answer.NotAvailable<Optional<ProductCard>>
                ? known.card(shop, sku).<Answer<Optional<ProductCard>>>map(
                        copy -> new Answer.Copy<>(Optional.of(copy.value()), copy.asOf())).orElse(answer)
                : answer;
    }
}
