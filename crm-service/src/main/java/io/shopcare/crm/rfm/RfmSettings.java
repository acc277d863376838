package io.shopcare.crm.rfm;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param lookEvery how often we look for recomputations to go on with, and for customers whom time carries over a limit
 * @param piece     customers scored between two notes of the progress
 */
@Validated
@ConfigurationProperties("shopcare.crm.rfm")
record RfmSettings(@DefaultValue("2s") Duration lookEvery, @DefaultValue("200") @Positive @Max(5000) int piece) {}
