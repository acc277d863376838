/** Conversations between buyers and agents: messages in one order, promises, wrap-up. */
@NullMarked
package io.shopcare.presale.conversations;

import org.jspecify.annotations.NullMarked;
