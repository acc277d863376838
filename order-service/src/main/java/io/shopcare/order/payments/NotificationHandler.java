package io.shopcare.order.payments;

/**
 * Takes some of the provider's notifications. Called at least once for each, in any order; returns only when all that
 * follows is stored, because the provider tells it no more afterwards.
 */
public interface NotificationHandler {

    /** Whether this one takes notifications of this event. */
    boolean takes(String event);

    /**
     * Takes it.
     *
     * @return false when what it is about is not known here (yet): the provider is asked to come again
     */
    boolean handle(Notification notification);
}
