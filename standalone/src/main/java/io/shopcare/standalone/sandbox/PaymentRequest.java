package io.shopcare.standalone.sandbox;

import java.net.URI;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A merchant asks a buyer for money. */
record PaymentRequest(@NotBlank @Size(max = 64) String paymentNo, @NotNull Money amount, @NotBlank String subject,
        @NotNull URI notifyUrl) {}
