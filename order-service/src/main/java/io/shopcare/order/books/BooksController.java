package io.shopcare.order.books;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.Person;

/** The books for {@code ./shopcare check money}: amounts and ids of the admin's shops; nothing of any person. */
@RestController
@RequestMapping("/api/order/admin/books")
@PreAuthorize("hasRole('admin')")
@Tag(name = "Books")
class BooksController {
    private final Books books;

    BooksController(Books books) {
        this.books = books;
    }

    @GetMapping("/payments")
    @Operation(summary = "What our books say of each payment at the provider, by number")
    Books.Looked<PaymentBooks> payments(@RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(500) int limit, Person person) {
        return books.payments(person.shops(), after, limit);
    }

    @GetMapping("/payments/{paymentNo}")
    @Operation(summary = "What our books say of one payment")
    PaymentBooks payment(@PathVariable String paymentNo, Person person) {
        return books.payment(person.shops(), paymentNo).orElseThrow(ProblemException::notFound);
    }

    @GetMapping("/orders")
    @Operation(summary = "Orders whose parts do not add up, or that do not agree with their refunds")
    Books.Looked<Books.WrongOrder> orders(@RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(500) int limit, Person person) {
        return books.wrongOrders(person.shops(), after, limit);
    }
}
