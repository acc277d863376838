package io.shopcare.standalone.sandbox;

import java.net.URI;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A merchant gives money back. */
record RefundRequest(@NotBlank @Size(max = 64) String refundNo, @NotBlank String paymentNo, @NotNull Money amount,
        @NotBlank String reason, @NotNull URI notifyUrl) {}
