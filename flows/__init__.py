"""Prefect: when and in what order. One flow a file, each as thin as the list of its steps."""
