package io.shopcare.standalone.sandbox;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The provider says no, and why. */
final class Refused extends ResponseStatusException {
    private static final long serialVersionUID = 1L;

    private Refused(HttpStatus status, String reason) {
        super(status, reason);
    }

    static Refused unknown(String kind, String number) {
        return new Refused(HttpStatus.NOT_FOUND, "There is no " + kind + " " + number);
    }

    static Refused anotherRequestUnderTheNumber(String number) {
        return new Refused(HttpStatus.UNPROCESSABLE_ENTITY, number + " was used for another request");
    }

    static Refused moreThanIsLeft(Money left) {
        return new Refused(HttpStatus.UNPROCESSABLE_ENTITY, "Only " + left.amountText() + " " + left.currencyCode()
                + " is left of this payment");
    }
}
