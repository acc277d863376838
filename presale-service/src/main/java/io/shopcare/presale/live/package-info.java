/** Messages in real time: sockets, one-time tickets, hints between instances. */
@NullMarked
package io.shopcare.presale.live;

import org.jspecify.annotations.NullMarked;
