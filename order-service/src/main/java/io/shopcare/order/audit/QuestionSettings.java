package io.shopcare.order.audit;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param answerWithin until a question that names no time is overdue, and its order back in the queue
 * @param atMost       that one may name; an order does not wait for an answer longer than this
 */
@Validated
@ConfigurationProperties("shopcare.order.questions")
record QuestionSettings(@DefaultValue("24h") Duration answerWithin, @DefaultValue("7d") Duration atMost) {}
