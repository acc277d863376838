package io.shopcare.aftersale.hours;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.platform.calendars.BusinessHours;
import io.shopcare.platform.calendars.ShopCalendar;
import io.shopcare.platform.calendars.ShopCalendars;
import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.store.RejectedException;
import io.shopcare.platform.store.Rejection;

/** When people of a shop work, with public holidays and make-up days; every version stays. */
@RestController
@RequestMapping("/api/aftersale/business-hours")
@Tag(name = "Business hours", description = "When people of a shop work; deadlines in business hours count by it")
class BusinessHoursController {
    private static final int VERSIONS = 100;

    private final ShopCalendars calendars;

    BusinessHoursController(ShopCalendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('aftersales','presales','supervisor','manager','service')")
    @Operation(summary = "The hours that hold now; version 0 is the product's default")
    ResponseEntity<ShopCalendar> now(@RequestParam String shop, Person person) {
        ofTheShop(shop, person);
        return answer(calendars.of(shop));
    }

    @GetMapping("/versions")
    @PreAuthorize("hasAnyRole('supervisor','manager','auditor')")
    @Operation(summary = "What the shop has stored, the newest first: who, when, and where it is agreed")
    List<ShopCalendar> versions(@RequestParam String shop, Person person) {
        ofTheShop(shop, person);
        return calendars.versions(shop, VERSIONS);
    }

    @PutMapping
    @PreAuthorize("hasAnyRole('supervisor','manager')")
    @Operation(summary = "Stores the next version; with If-Match only over the version that the author has seen")
    ResponseEntity<ShopCalendar> store(@RequestParam String shop, @RequestBody @Valid BusinessHours hours,
            Person person, CommandContext context) {
        ofTheShop(shop, person);
        long current = calendars.of(shop).version();
        long seen = context.expectedVersion() == null ? current : context.expectedVersion();
        return answer(calendars.store(shop, seen, hours, person.actor())
                .orElseThrow(() -> new RejectedException(new Rejection(Rejection.Kind.STALE, "stale-version",
                        Map.of("given", seen, "current", calendars.of(shop).version())))));
    }

    private static void ofTheShop(String shop, Person person) {
        if (!person.worksIn(shop) && !person.isService())
            throw ProblemException.notFound();
    }

    private static ResponseEntity<ShopCalendar> answer(ShopCalendar calendar) {
        return ResponseEntity.ok().eTag(Long.toString(calendar.version())).body(calendar);
    }
}
