/** The OpenID provider of the local stack, with demo people for every role. */
@NullMarked
package io.shopcare.standalone.identity;

import org.jspecify.annotations.NullMarked;
