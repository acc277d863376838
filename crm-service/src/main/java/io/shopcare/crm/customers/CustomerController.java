package io.shopcare.crm.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.scoring.Group;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;
import io.shopcare.platform.web.Cursor;
import io.shopcare.platform.web.Etags;
import io.shopcare.platform.web.Page;

/** Profiles over HTTP. They are made and changed by what happens, not by hand, so there is nothing to post. */
@RestController
@RequestMapping("/api/crm/customers")
@Tag(name = "Customers", description = "Profiles with figures, RFM group and lifecycle stage")
class CustomerController {
    private final CustomerDesk desk;
    private final CustomerList list;

    CustomerController(CustomerDesk desk, CustomerList list) {
        this.desk = desk;
        this.list = list;
    }

    @GetMapping("/{customerId}")
    @Readers
    @Operation(summary = "One profile", description = "For staff of the shop, programs, and the customer.")
    ResponseEntity<CustomerView> one(
            @PathVariable @Parameter(example = "01a1c30a-6200-8b6c-8458-63875e34487c") String customerId,
            @Parameter(hidden = true) Person person) {
        var found = desk.show(customerId, person);
        return Etags.ok(found, CustomerView.of(found.aggregate()));
    }

    @GetMapping("/by-buyer")
    @Readers
    @Operation(summary = "The profile of a buyer", description = "The card beside a conversation: who is it, what did "
            + "they buy, how do they stand. 404 for a buyer of whom nothing was heard yet.")
    ResponseEntity<CustomerView> ofBuyer(@RequestParam @Parameter(example = "nuanyang") String shop,
            @RequestParam @Parameter(example = "web") String channel,
            @RequestParam @Parameter(example = "lin") String buyerId, @Parameter(hidden = true) Person person) {
        var found = desk.show(new Buyer(shop, channel, buyerId), person);
        return Etags.ok(found, CustomerView.of(found.aggregate()));
    }

    @GetMapping
    @StaffReaders
    @Operation(summary = "Customers of a shop", description = "In the order of their ids; by group where one is named.")
    Page<CustomerView> page(@RequestParam @Parameter(example = "nuanyang") String shop,
            @RequestParam(required = false) @Parameter(example = "champions") @Nullable String group,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Parameter(hidden = true) Person person) {
        if (!person.worksIn(shop))
            throw ProblemException.notFound();
        var cursor = Cursor.read(after, 1);
        var found = list.page(shop, Codes.read("group", group, Group.values(), Group::code),
                cursor == null ? null : cursor.keys().getFirst(), limit + 1);
        return Page.of(found, limit, last -> Cursor.of(last.customerId())).map(CustomerView::of);
    }
}
