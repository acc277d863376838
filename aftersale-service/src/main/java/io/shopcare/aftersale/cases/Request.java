package io.shopcare.aftersale.cases;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.policies.Reason;
import io.shopcare.platform.commands.Actor;

/** Somebody asked: the first request opens the case, later ones for the same lines and kind join it (A2). */
public record Request(Actor by, Instant at, Reason reason, @Nullable BuyerWords words) {}
