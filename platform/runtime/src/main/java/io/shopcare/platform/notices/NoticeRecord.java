package io.shopcare.platform.notices;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a notice, for those who may see it.
 *
 * @param to       the address, masked
 * @param attempts so far
 * @param next     when it is tried again; null when it is not
 * @param problem  why the last attempt failed; null when none did
 */
public record NoticeRecord(String noticeId, String about, String kind, String language, String channel,
        @Nullable String to, NoticeState state, int attempts, Instant createdAt, @Nullable Instant next,
        @Nullable Instant sentAt, @Nullable String problem) {}
