package io.shopcare.platform.notices;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a notice is. */
public enum NoticeState {
    /** Waits to be sent, for the first time or again. */
    @JsonProperty("pending")
    PENDING,
    /** The mail server took it. */
    @JsonProperty("sent")
    SENT,
    /** Given up: no address, or refused too often. */
    @JsonProperty("failed")
    FAILED
}
