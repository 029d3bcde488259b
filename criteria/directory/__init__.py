"""The public directory of the network: LGDs, organisations and institutions, their announcements."""
